"use strict";

const vscode = require("vscode");

/**
 * What can be done with the list while it is open: a button, and a command with a key. `isForHit` says that it is done with an entry.
 * @typedef {{name: string, icon: string, title: string, isForHit: boolean,
 *   run: (picker: import("./picker").Picker, hit: import("./search").Hit) => unknown}} Action
 */

/** @type {Action[]} */
const actions = [
    { name: "date", icon: "calendar", title: "Narrow by Date", isForHit: false, run: (picker) => picker.narrow("date") },
    { name: "source", icon: "book", title: "Narrow by Source", isForHit: false, run: (picker) => picker.narrow("source") },
    { name: "author", icon: "person", title: "Narrow by Author", isForHit: false, run: (picker) => picker.narrow("author") },
    { name: "order", icon: "sort-precedence", title: "Order by Relevance, Newest, Oldest", isForHit: false, run: (picker) => picker.sort() },
    { name: "suggestion", icon: "lightbulb", title: "Take the Suggestion", isForHit: false, run: (picker) => picker.takeSuggestion() },
    { name: "completions", icon: "list-selection", title: "Completions…", isForHit: false, run: (picker) => picker.complete() },
    { name: "preview", icon: "open-preview", title: "Preview On or Off", isForHit: false, run: (picker) => picker.togglePreview() },
    { name: "list", icon: "list-tree", title: "Put the Articles into the View", isForHit: false, run: (picker) => picker.toTree() },
    { name: "beside", icon: "split-horizontal", title: "Open Beside", isForHit: true, run: (picker, hit) => picker.open(hit, true) },
    { name: "similar", icon: "references", title: "Articles Like This One", isForHit: true, run: (picker, hit) => picker.similar(hit) },
    { name: "cite", icon: "quote", title: "Insert a Citation", isForHit: true, run: (picker, hit) => picker.cite(hit) },
];

/**
 * The buttons of a list, by their actions.
 * @returns {Map<import("vscode").QuickInputButton, Action>}
 */
function makeButtons() {
    return new Map(actions.map((action) => [{ iconPath: new vscode.ThemeIcon(action.icon), tooltip: action.title }, action]));
}

/**
 * The commands that do the same for keys, while a list is open.
 * @param {import("./session").Session} session
 * @returns {{[name: string]: () => Promise<unknown>}}
 */
function promptCommands(session) {
    return Object.fromEntries(
        actions.map((action) => [`tracuu.prompt.${action.name}`, async () => session.picker && session.picker.act(action)]),
    );
}

module.exports = { actions, makeButtons, promptCommands };
