"use strict";

const { origin, singleLine, withoutIcons } = require("./text");

/**
 * An entry of the list: a hit, a query, the next page, or an error.
 * @typedef {{label: string, description?: string, detail?: string, alwaysShow: true, hit?: import("./search").Hit,
 *   query?: string, isNextPage?: boolean, buttons?: import("vscode").QuickInputButton[]}} Item
 * @typedef {{message: string, column: number, length: number}} QueryProblem
 */

/**
 * What is wrong with a query, with the place in brackets.
 * @param {QueryProblem} problem
 * @param {string} query
 * @returns {Item}
 */
function errorItem({ message, column, length }, query) {
    const parts = [query.slice(0, column), query.slice(column, column + length), query.slice(column + length)];
    const detail = length > 0 ? withoutIcons(`${parts[0]}⟦${parts[1]}⟧${parts[2]}`) : "";
    return { label: `$(error) ${withoutIcons(message)}`, alwaysShow: true, detail };
}

/**
 * A hit with its number, for the editor may order entries by its own rules.
 * @param {import("./search").Hit} hit
 * @param {number} index
 * @param {import("vscode").QuickInputButton[]} buttons
 * @returns {Item}
 */
function hitItem(hit, index, buttons) {
    const missing = hit.missing && hit.missing.length ? `without ${hit.missing.join(", ")}` : "";
    return {
        label: `${index + 1}  ${withoutIcons(singleLine(hit.title)) || hit.id}`,
        description: withoutIcons([origin(hit), missing].filter(Boolean).join("  ")),
        detail: hit.snippet ? withoutIcons(singleLine(hit.snippet.text)) : "",
        alwaysShow: true,
        hit,
        buttons,
    };
}

/**
 * A query of the history.
 * @param {string} query
 * @returns {Item}
 */
function historyItem(query) {
    return { label: withoutIcons(query), alwaysShow: true, query };
}

/**
 * A query that may be meant instead.
 * @param {string} query
 * @returns {Item}
 */
function suggestionItem(query) {
    return { label: `$(lightbulb) ${withoutIcons(query)}`, description: "did you mean this?", alwaysShow: true, query };
}

/** @type {Item} */
const nextPageItem = { label: "$(fold-down) More articles", alwaysShow: true, isNextPage: true };

/**
 * Asks the editor to keep the order of the entries. The property is proposed in vscode.proposed.quickPickSortByLabel.d.ts of microsoft/vscode
 * (issue 73904) and not settled: an editor without it orders entries by their labels, and their numbers tell the daemon's order.
 * @param {import("vscode").QuickPick<any>} pick
 */
function keepOrder(pick) {
    try {
        Object.assign(pick, { sortByLabel: false });
    } catch {
        return;
    }
}

module.exports = { errorItem, hitItem, historyItem, suggestionItem, nextPageItem, keepOrder };
