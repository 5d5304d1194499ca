"use strict";

const vscode = require("vscode");

/**
 * Shows an error as one line.
 * @param {unknown} error
 */
function show(error) {
    const text = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(text.startsWith("tracuu: ") ? text : `tracuu: ${text}`);
}

/**
 * How many articles there are.
 * @param {import("./search").Total} total
 * @returns {string}
 */
function articles(total) {
    const count = `${total.relation === "atLeast" ? "at least " : ""}${total.value}`;
    return `${count} ${total.value === 1 ? "article" : "articles"}`;
}

/**
 * What a hit says besides its title.
 * @param {import("./search").Hit} hit
 * @returns {string}
 */
function origin(hit) {
    return [hit.date && hit.date.slice(0, 10), hit.source, hit.author].filter(Boolean).join("  ");
}

/**
 * A text on one line.
 * @param {string} text
 * @returns {string}
 */
function singleLine(text) {
    return text.replace(/\s+/g, " ").trim();
}

module.exports = { show, articles, origin, singleLine };
