"use strict";

const vscode = require("vscode");
const { promptCommands } = require("./actions");
const { cite } = require("./cite");
const { articleId, articleUri } = require("./documents");
const { indexGiven } = require("./indexing");
const { inform } = require("./messages");
const { narrowed } = require("./narrow");
const { open } = require("./open");
const { Picker } = require("./picker");

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
 * @returns {Promise<string>}
 * @throws {Error} where there is none
 */
async function articleAtHand(session, given) {
    if (given) return typeof given === "string" ? given : given.id;
    const editor = vscode.window.activeTextEditor;
    const uri = editor && editor.document.uri;
    const id = uri && articleId(uri);
    if (id !== undefined) return id;
    if (uri && uri.scheme === "file") {
        const query = await narrowed(session.client, "", "path", uri.fsPath);
        const { hits } = await session.client.request("search", { query, limit: 1, snippets: false });
        // A file of many articles says nothing of which one is meant.
        if (hits.length && hits[0].path === uri.fsPath && hits[0].layout === "text") return hits[0].id;
    }
    if (session.lastArticle === undefined) throw new Error("no article is at hand; open one of a search first");
    return session.lastArticle;
}

/**
 * A query: the one given, or the one that is asked for.
 * @param {Session} session
 * @param {unknown} given
 * @returns {Promise<string | undefined>}
 */
async function queryFor(session, given) {
    if (typeof given === "string" && given.trim()) return given;
    return vscode.window.showInputBox({ prompt: "Query", value: session.last ? session.last.query : "" });
}

/** @param {Session} session */
async function status(session) {
    const { articles, revision, bytes, indexPath, version, indexing } = await session.client.request("status", {});
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    const doing = indexing && indexing.state !== "idle" ? `; indexing: ${[indexing.state, indexing.reason].filter(Boolean).join(", ")}` : "";
    inform(`${articles.toLocaleString("en-US")} articles, revision ${revision}, ${size} in ${indexPath}; daemon ${version}${doing}`);
}

/**
 * The commands, by name.
 * @param {Session} session
 * @param {Tree} tree
 * @param {import("./timeline").Timelines} timelines
 * @returns {{[name: string]: (...given: any[]) => Promise<unknown>}}
 */
function commands(session, tree, timelines) {
    const pick = (/** @type {string} */ query, /** @type {import("./session").Last | undefined} */ last = undefined) =>
        new Picker(session, tree).show(query, last);
    return {
        // A menu calls a command with what it belongs to, which is no query.
        "tracuu.search": async (query) => pick(typeof query === "string" ? query : ""),
        "tracuu.searchSelection": async () => pick(textAtCursor()),
        "tracuu.searchDate": async (query, value) => pick(await narrowed(session.client, query, "date", value)),
        "tracuu.resume": async () => {
            const { last } = session;
            pick(last ? last.query : session.history.queries()[0] || "", last);
        },
        "tracuu.list": async (given) => {
            const query = await queryFor(session, given);
            if (query) await tree.list(query);
        },
        "tracuu.similar": async (given) => tree.similar(await articleAtHand(session, given)),
        "tracuu.timeline": async (given) => {
            const query = await queryFor(session, given);
            if (query) await timelines.show(query);
        },
        "tracuu.cite": async (given) => cite(session, await articleAtHand(session, given)),
        "tracuu.index": async (given, selected) => indexGiven(session, given, selected),
        "tracuu.show": async (given) => {
            const id = typeof given === "string" ? given : await vscode.window.showInputBox({ prompt: "The article's id" });
            if (!id) return;
            await session.documents.show(articleUri(id, ""), {});
            session.lastArticle = id;
        },
        "tracuu.status": async () => status(session),
        "tracuu.open": async (hit) => {
            tree.current = hit.id;
            await open(session, hit, tree.search.query);
        },
        "tracuu.openBeside": async (hit) => open(session, hit, tree.search.query, true),
        "tracuu.next": async () => tree.visit(1),
        "tracuu.previous": async () => tree.visit(-1),
        "tracuu.nextPage": async () => tree.nextPage(),
        "tracuu.refresh": async () => tree.refresh(),
        "tracuu.narrow": async () => tree.narrow(),
        ...promptCommands(session),
    };
}

module.exports = { commands };
