"use strict";

const path = require("path");
const { archive } = require("./driver");

const same = (found, expected) => (found === expected ? undefined : `${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
const contains = (text, part) => (String(text).includes(part) ? undefined : `${JSON.stringify(text)} lacks ${JSON.stringify(part)}`);

/** What begins at the cursor. */
function textAtCursor(editor) {
    const { document, selection } = editor;
    return document.getText().slice(document.offsetAt(selection.active)).normalize("NFC");
}

/** The checks by their names in the scenario; each gives what is wrong, or undefined. */
const checks = {
    first: (driver, title, step) => {
        const hits = step.do === "similar" ? driver.tree().provider.getChildren() : driver.hits();
        return same(hits.length ? hits[0].title.normalize("NFC") : undefined, title);
    },
    total: (driver, total) => contains(driver.world.pick.title, `${total} article${total === 1 ? "" : "s"}`),
    loaded: (driver, count) => same(driver.hits().length, count),
    loadedAtLeast: (driver, count) => (driver.hits().length >= count ? undefined : `${driver.hits().length} hits`),
    distinct: (driver) => same(new Set(driver.hits().map(({ id }) => id)).size, driver.hits().length),
    query: (driver, query) => same(driver.world.pick.value, query),
    history: (driver, queries, step) => {
        const { history } = driver.world.historyReader;
        const shown = step.do === "resume" ? history() : driver.world.pick.items.filter(({ query }) => query).map(({ label }) => label);
        return same(JSON.stringify(shown.slice(0, queries.length)), JSON.stringify(queries)) || (queries.length ? undefined : same(shown.length, 0));
    },
    error: (driver, error) => {
        const item = driver.world.pick.items.find(({ label }) => label.startsWith("$(error)"));
        if (error === null) return same(item, undefined);
        if (!item) return "no error is shown";
        const [before, wrong] = item.detail.split(/[⟦⟧]/);
        return contains(item.label, error.contains) || same(before.length, error.column["utf-16"]) || same(wrong.length, error.length);
    },
    suggestion: (driver, query) => {
        const item = driver.world.pick.items.find(({ label }) => label.startsWith("$(lightbulb)"));
        return same(item && item.query, query);
    },
    preview: (driver, text) => {
        const editor = driver.world.activeEditor;
        return contains(editor && editor.document.getText(), text) || (editor.decorated.length ? undefined : "no match is marked");
    },
    file: (driver, file) => same(driver.world.activeEditor.document.uri.fsPath, path.join(archive, file)),
    line: (driver, line) => same(driver.world.activeEditor.selection.active.line + 1, line),
    column: (driver, column) => same(driver.world.activeEditor.selection.active.character, column["utf-16"]),
    text: (driver, text) => same(textAtCursor(driver.world.activeEditor).startsWith(text), true),
    article: (driver, id) => {
        const { uri } = driver.world.activeEditor.document;
        return same(uri.scheme, "tracuu") || (id === "*" ? undefined : same(uri.path, `/${id}`));
    },
    readOnly: (driver) => same(driver.world.activeEditor.document.isReadOnly, true),
    contains: (driver, parts) => {
        const text = driver.world.activeEditor.document.getText();
        return [parts].flat().map((part) => contains(text, part)).find((problem) => problem);
    },
    list: (driver, count) => same(driver.tree().provider.getChildren().length, count),
    choices: (driver, labels) => same(JSON.stringify(driver.labels), JSON.stringify(labels)),
    inserted: (driver, text) => same(driver.world.activeEditor.document.getText(), text),
    new: (driver, count) => contains(driver.world.pick.title, `${count} new`),
    message: (driver, text) => contains(driver.world.messages.join("\n"), text),
    open: (driver, isOpen) => same(driver.world.pick.isVisible, isOpen),
};

module.exports = { checks };
