"use strict";

const path = require("path");
const { archive } = require("./driver");
const { History } = require("../../../Sources/Editors/vscode/lib/history");

const same = (found, expected) => (found === expected ? undefined : `${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
const contains = (text, part) => (String(text).includes(part) ? undefined : `${JSON.stringify(text)} lacks ${JSON.stringify(part)}`);

/** What begins at the cursor. */
function textAtCursor({ document, selection }) {
    return document.getText().slice(document.offsetAt(selection.active)).normalize("NFC");
}

const editorOf = (driver) => driver.world.editor;

/** The checks by their names in the scenario; each gives what is wrong, or undefined. */
const checks = {
    first: (driver, title, step) => {
        const hits = step.do === "similar" ? driver.tree().provider.getChildren() : driver.hits();
        return same(hits.length ? hits[0].title.normalize("NFC") : undefined, title);
    },
    total: (driver, total) => contains(driver.shown.title, `${total} article${total === 1 ? "" : "s"}`),
    loaded: (driver, count) => same(driver.hits().length, count),
    loadedAtLeast: (driver, count) => (driver.hits().length >= count ? undefined : `${driver.hits().length} hits`),
    distinct: (driver) => same(new Set(driver.hits().map(({ id }) => id)).size, driver.hits().length),
    query: (driver, query) => same(driver.prompt, query),
    history: (driver, queries, step) => {
        // Where the prompt has a query, the history is what an empty one would show.
        const prompt = driver.shown.items.filter(({ query }) => query).map(({ label }) => label);
        const shown = step.do === "resume" ? new History(() => "").queries() : prompt;
        return same(JSON.stringify(shown.slice(0, queries.length)), JSON.stringify(queries)) || (queries.length ? undefined : same(shown.length, 0));
    },
    error: (driver, error) => {
        const item = driver.shown.items.find(({ label }) => label.startsWith("$(error)"));
        if (error === null) return same(item, undefined);
        if (!item) return "no error is shown";
        const [before, wrong] = item.detail.split(/[⟦⟧]/);
        return contains(item.label, error.contains) || same(before.length, error.column["utf-16"]) || same(wrong.length, error.length);
    },
    suggestion: (driver, query) => {
        const item = driver.shown.items.find(({ label }) => label.startsWith("$(lightbulb)"));
        return same(item && item.query, query) || contains(driver.shown.title, `did you mean ${query}?`);
    },
    preview: (driver, text) => {
        const editor = editorOf(driver);
        if (!editor) return "no editor";
        return contains(editor.document.getText(), text) || (editor.decorated.length ? undefined : "no match is marked");
    },
    file: (driver, file) => same(editorOf(driver).document.uri.fsPath, path.join(archive, file)),
    line: (driver, line) => same(editorOf(driver).selection.active.line + 1, line),
    column: (driver, column) => same(editorOf(driver).selection.active.character, column["utf-16"]),
    text: (driver, text) => (textAtCursor(editorOf(driver)).startsWith(text) ? undefined : `it begins with ${textAtCursor(editorOf(driver)).slice(0, 40)}`),
    article: (driver, id) => {
        const { uri } = editorOf(driver).document;
        return same(uri.scheme, "tracuu") || (id === "*" ? undefined : same(uri.path, `/${id}`));
    },
    readOnly: (driver) => same(editorOf(driver).file.isReadOnly, true),
    contains: (driver, parts) => {
        const text = editorOf(driver).document.getText();
        return [parts].flat().map((part) => contains(text, part)).find((problem) => problem);
    },
    list: (driver, count) => same(driver.tree().provider.getChildren().length, count),
    choices: (driver, labels) => same(JSON.stringify(driver.labels), JSON.stringify(labels)),
    inserted: (driver, text) => same(editorOf(driver).document.getText(), text),
    new: (driver, count) => contains(driver.shown.title, `${count} new`),
    message: (driver, text) => contains(driver.world.messages.join("\n"), text),
    open: (driver, isOpen) => same(driver.world.pick.isVisible, isOpen),
};

module.exports = { checks, same, contains };
