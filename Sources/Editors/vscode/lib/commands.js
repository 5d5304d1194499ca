"use strict";

const path = require("path");
const vscode = require("vscode");
const { articleId, articleUri } = require("./documents");
const { open } = require("./open");
const { Picker } = require("./picker");
const { setting } = require("./settings");

/** @typedef {import("./session").Session} Session */
/** @typedef {import("./tree").ResultsTree} Tree */
/** @typedef {import("./search").Hit} Hit */

/**
 * What was selected, else the word at the cursor.
 * @returns {string}
 */
function textAtCursor() {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return "";
    const { selection, document } = editor;
    const range = selection.isEmpty
        ? document.getWordRangeAtPosition(selection.active, /[\p{L}\p{M}\p{N}]+/u)
        : selection;
    return range ? document.getText(range).replace(/\s+/g, " ").trim() : "";
}

/**
 * The article meant: the one given, that of the active document, or the one opened last.
 * @param {Session} session
 * @param {Hit | string | undefined} given
 * @returns {Promise<string | undefined>}
 */
async function articleAtHand(session, given) {
    if (given) return typeof given === "string" ? given : given.id;
    const editor = vscode.window.activeTextEditor;
    const id = editor && articleId(editor.document.uri);
    if (id !== undefined) return id;
    if (editor && editor.document.uri.scheme === "file") {
        const params = { query: `path:"${editor.document.uri.fsPath}"`, limit: 1, snippets: false };
        const { hits } = await session.client.request("search", params);
        if (hits.length) return hits[0].id;
    }
    return session.lastArticle;
}

/**
 * A query: the one given, or the one that is asked for.
 * @param {Session} session
 * @param {string | undefined} given
 * @returns {Promise<string | undefined>}
 */
async function queryFor(session, given) {
    return given || vscode.window.showInputBox({ prompt: "Query", value: session.last ? session.last.query : "" });
}

/**
 * Shows text in an untitled document.
 * @param {string} content
 */
async function showText(content) {
    const document = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
    await vscode.window.showTextDocument(document, { preview: true });
}

/**
 * The commands, by name.
 * @param {Session} session
 * @param {Tree} tree
 * @returns {{[name: string]: (...given: any[]) => Promise<unknown>}}
 */
function commands(session, tree) {
    const pick = (/** @type {string} */ query) => new Picker(session, tree).show(query);
    return {
        "tracuu.search": async (query = "") => pick(query),
        "tracuu.searchSelection": async () => pick(textAtCursor()),
        "tracuu.resume": async () => {
            const last = session.last || { query: "", order: /** @type {const} */ ("relevance"), hit: undefined };
            new Picker(session, tree).show(last.query, last.order, last.hit);
        },
        "tracuu.list": async (given) => {
            const query = await queryFor(session, given);
            if (query) await tree.list(query);
        },
        "tracuu.similar": async (given) => {
            const id = await articleAtHand(session, given);
            if (id === undefined) throw new Error("tracuu: no article is at hand; open one of a search first");
            await tree.similar(id);
        },
        "tracuu.timeline": async (given) => {
            const query = await queryFor(session, given);
            if (query) await showText(timeline(query, await session.client.request("timeline", { query })));
        },
        "tracuu.cite": async (given) => {
            const id = await articleAtHand(session, given);
            if (id === undefined) throw new Error("tracuu: no article is at hand to cite; open one of a search first");
            await insert(await citation(session, id));
        },
        "tracuu.index": async (given) => index(session, given),
        "tracuu.show": async (given) => {
            const id = given || (await vscode.window.showInputBox({ prompt: "The article's id" }));
            if (!id) return undefined;
            await session.client.request("article", { id });
            const document = await vscode.workspace.openTextDocument(articleUri(id, ""));
            session.lastArticle = id;
            return vscode.window.showTextDocument(document, {});
        },
        "tracuu.status": async () => {
            const status = await session.client.request("status", {});
            const text = `${status.articles} articles, revision ${status.revision}, in ${status.indexPath}`;
            void vscode.window.showInformationMessage(`tracuu: ${text}`);
        },
        "tracuu.open": async (hit) => open(session, hit, tree.search.query),
        "tracuu.nextPage": async () => tree.nextPage(),
        "tracuu.refresh": async () => tree.refresh(),
        "tracuu.narrow": async () => tree.narrow(),
    };
}

/**
 * A citation, by the user's function where there is one.
 * @param {Session} session
 * @param {string} id
 * @returns {Promise<string>}
 */
async function citation(session, id) {
    if (session.citation) return session.citation(await session.client.request("article", { id }));
    return (await session.client.request("cite", { id, format: setting("citationFormat", "plain") })).text;
}

/** @param {string} text */
async function insert(text) {
    const editor = vscode.window.activeTextEditor;
    if (!editor || articleId(editor.document.uri) !== undefined) {
        await vscode.env.clipboard.writeText(text);
        void vscode.window.showInformationMessage("tracuu: the citation is in the clipboard; no text is open to insert it into");
        return;
    }
    await editor.edit((edit) => edit.insert(editor.selection.active, text));
}

/**
 * A bar for each bucket.
 * @param {string} query
 * @param {{buckets: {value: string, count: number}[], undated: number, total: {value: number}}} result
 * @returns {string}
 */
function timeline(query, { buckets, undated, total }) {
    const most = Math.max(1, ...buckets.map(({ count }) => count));
    const lines = buckets.map(({ value, count }) => `${value.padEnd(10)} ${"█".repeat(Math.round((40 * count) / most)).padEnd(40)} ${count}`);
    const head = `${query}: ${total.value} articles${undated ? `, ${undated} without a date` : ""}`;
    return `${head}\n\n${lines.join("\n")}\n`;
}

/**
 * Indexes a path, else the active file, else a folder that is asked for.
 * @param {Session} session
 * @param {string | import("vscode").Uri | undefined} given
 */
async function index(session, given) {
    const target = await indexTarget(given);
    if (!target) return;
    const options = { location: vscode.ProgressLocation.Notification, title: `Indexing ${path.basename(target)}`, cancellable: true };
    const result = await vscode.window.withProgress(options, async (progress, cancellation) => {
        const request = session.client.request("index", { paths: [target], progressToken: target });
        const stop = session.client.on("$/progress", ({ token, value }) => {
            if (token === target) progress.report({ message: `${value.stage}: ${value.articles} articles` });
        });
        cancellation.onCancellationRequested(() => request.cancel());
        try {
            return await request;
        } finally {
            stop();
        }
    });
    const { added, updated, unchanged, removed, failed } = result;
    const text = `tracuu: ${added} added, ${updated} updated, ${unchanged} unchanged, ${removed} removed`;
    if (!failed.length) {
        void vscode.window.showInformationMessage(text);
        return;
    }
    const [{ path: file, line, reason }] = failed;
    const place = line === undefined ? file : `${file}:${line + 1}`;
    void vscode.window.showWarningMessage(`${text}, ${failed.length} failed; the first: ${place}: ${reason}`);
}

/**
 * @param {string | import("vscode").Uri | undefined} given
 * @returns {Promise<string | undefined>}
 */
async function indexTarget(given) {
    if (given) return typeof given === "string" ? given : given.fsPath;
    const editor = vscode.window.activeTextEditor;
    if (editor && editor.document.uri.scheme === "file") return editor.document.uri.fsPath;
    const options = { canSelectFolders: true, canSelectFiles: true, openLabel: "Index" };
    const chosen = await vscode.window.showOpenDialog(options);
    return chosen && chosen[0] && chosen[0].fsPath;
}

module.exports = { commands };
