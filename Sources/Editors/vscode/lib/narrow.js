"use strict";

const vscode = require("vscode");

/** @typedef {"year" | "source" | "author"} Facet */

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
 * @returns {Promise<{value: string, count: number}[]>}
 */
async function choices(client, query, field) {
    const facet = fields.filter((one) => one.field === field).map((one) => one.facet)[0];
    // Without its own filter, the other values of the field can be chosen too.
    const open = await narrowed(client, query, field);
    const result = await client.request("search", { query: open, limit: 0, facets: [facet] });
    return result.facets ? result.facets[facet] : [];
}

/**
 * Asks for a value of a field.
 * @param {import("./client").Client} client
 * @param {string} query
 * @param {string} field
 * @returns {Promise<string | undefined>} the narrowed query, or undefined where nothing was chosen
 */
async function ask(client, query, field) {
    const items = (await choices(client, query, field)).map(({ value, count }) => ({
        label: value,
        description: `${count}`,
        value: /** @type {string | undefined} */ (value),
        isTyped: false,
    }));
    const typed = { label: "Type a date…", description: "2015, 2014-11..2015-03, 7d", value: undefined, isTyped: true };
    const any = { label: "Any", description: "take the filter out", value: undefined, isTyped: false };
    const choice = await vscode.window.showQuickPick([...items, ...(field === "date" ? [typed] : []), any], {
        placeHolder: `Narrow by ${field}`,
    });
    if (!choice) return undefined;
    if (!choice.isTyped) return narrowed(client, query, field, choice.value);
    const value = await vscode.window.showInputBox({ prompt: "A date or a range of dates", placeHolder: "2014-11..2015-03" });
    return value ? narrowed(client, query, field, value) : undefined;
}

module.exports = { fields, narrowed, choices, ask };
