"use strict";

const vscode = require("vscode");
const { origin, singleLine } = require("./messages");

/**
 * An entry of the list: a hit, a query, the next page, or an error.
 * @typedef {{label: string, description?: string, detail?: string, alwaysShow: boolean, hit?: import("./search").Hit,
 *   query?: string, isNextPage?: boolean, buttons?: any[]}} Item
 * @typedef {{message: string, column: number, length: number}} QueryProblem
 */

const beside = "Open beside";

/**
 * What is wrong with a query, with the place in brackets.
 * @param {QueryProblem} problem
 * @param {string} query
 * @returns {Item}
 */
function errorItem({ message, column, length }, query) {
    const parts = [query.slice(0, column), query.slice(column, column + length), query.slice(column + length)];
    return { label: `$(error) ${message}`, alwaysShow: true, detail: length > 0 ? `${parts[0]}⟦${parts[1]}⟧${parts[2]}` : "" };
}

/**
 * A hit with its number, for the editor may order entries by its own rules.
 * @param {import("./search").Hit} hit
 * @param {number} index
 * @returns {Item}
 */
function hitItem(hit, index) {
    const missing = hit.missing ? `without ${hit.missing.join(", ")}` : "";
    return {
        label: `${index + 1}  ${singleLine(hit.title) || hit.id}`,
        description: [origin(hit), missing].filter(Boolean).join("  "),
        detail: hit.snippet ? singleLine(hit.snippet.text) : "",
        alwaysShow: true,
        hit,
        buttons: [
            { iconPath: new vscode.ThemeIcon("split-horizontal"), tooltip: beside },
            { iconPath: new vscode.ThemeIcon("references"), tooltip: "Articles like this one" },
        ],
    };
}

/**
 * A query that can be taken.
 * @param {string} query
 * @param {boolean} isSuggestion
 * @returns {Item}
 */
function queryItem(query, isSuggestion) {
    return isSuggestion
        ? { label: `$(lightbulb) ${query}`, description: "suggestion", alwaysShow: true, query }
        : { label: query, alwaysShow: true, query };
}

/** @type {Item} */
const nextPageItem = { label: "$(fold-down) More articles", alwaysShow: true, isNextPage: true };

module.exports = { errorItem, hitItem, queryItem, nextPageItem, beside };
