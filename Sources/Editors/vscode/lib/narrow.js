"use strict";

const vscode = require("vscode");
const { withoutIcons } = require("./text");

/** @typedef {"year" | "source" | "author"} Facet */
/** @typedef {{value: string, count: number}[]} Choices */

/** The fields that a query is narrowed by, with the facet that counts their values. */
const fields = [
    { field: "date", facet: /** @type {Facet} */ ("year"), label: "Date" },
    { field: "source", facet: /** @type {Facet} */ ("source"), label: "Source" },
    { field: "author", facet: /** @type {Facet} */ ("author"), label: "Author" },
];

/**
 * The query with a field's filter, or without it where there is no value.
 * @param {import("./client").Client} client
 * @param {string} query
 * @param {string} field
 * @param {string} [value]
 * @returns {Promise<string>}
 */
async function narrowed(client, query, field, value) {
    const params = value === undefined ? { query, field } : { query, field, value };
    return (await client.request("narrow", params)).query;
}

/**
 * The values that a query's articles have in a field, counted.
 * @param {import("./client").Client} client
 * @param {string} query
 * @param {string} field
 * @returns {Promise<Choices>}
 */
async function choices(client, query, field) {
    const facet = fields.filter((one) => one.field === field).map((one) => one.facet)[0];
    // Without its own filter, the other values of the field can be chosen too.
    const open = await narrowed(client, query, field);
    if (!open.trim()) return [];
    const result = await client.request("search", { query: open, limit: 0, facets: [facet] });
    return result.facets ? result.facets[facet] : [];
}

/**
 * Asks for a value of a field.
 * @param {import("./client").Client} client
 * @param {string} query
 * @param {string} field
 * @param {Choices} values
 * @returns {Promise<string | undefined>} the narrowed query, or undefined where nothing was chosen
 */
async function ask(client, query, field, values) {
    const placeholder = field === "date" ? "2015, 2014-11..2015-03, 7d" : `a ${field}`;
    const items = [
        ...values.map(({ value, count }) => ({
            label: withoutIcons(value),
            description: `${count}`,
            value: /** @type {string | undefined} */ (value),
            isTyped: false,
        })),
        { label: "Type…", description: placeholder, value: undefined, isTyped: true },
        { label: "Any", description: "take the filter out", value: undefined, isTyped: false },
    ];
    const choice = await vscode.window.showQuickPick(items, { placeHolder: `Narrow by ${field}` });
    if (!choice) return undefined;
    if (!choice.isTyped) return narrowed(client, query, field, choice.value);
    const value = await vscode.window.showInputBox({ prompt: `Narrow by ${field}`, placeHolder: placeholder });
    return value ? narrowed(client, query, field, value) : undefined;
}

module.exports = { fields, narrowed, choices, ask };
