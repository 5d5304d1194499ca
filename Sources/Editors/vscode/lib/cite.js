"use strict";

const vscode = require("vscode");
const { articleId } = require("./documents");
const { inform } = require("./messages");
const { setting } = require("./settings");

/**
 * A citation, by the user's function where there is one.
 * @param {import("./session").Session} session
 * @param {string} id
 * @returns {Promise<string>}
 */
async function citation(session, id) {
    if (!session.citation) return (await session.client.request("cite", { id, format: setting("citationFormat", "plain") })).text;
    const text = session.citation(await session.client.request("article", { id }));
    if (typeof text !== "string") throw new Error("the function given to setCitation gave no text");
    return text;
}

/**
 * Inserts the citation of an article at the cursor, or copies it where nothing can be written.
 * @param {import("./session").Session} session
 * @param {string} id
 */
async function cite(session, id) {
    const text = await citation(session, id);
    const editor = vscode.window.activeTextEditor;
    if (editor && articleId(editor.document.uri) === undefined) {
        if (await editor.edit((edit) => edit.insert(editor.selection.active, text))) return;
    }
    await vscode.env.clipboard.writeText(text);
    inform("the citation is in the clipboard, for no text that can be changed is open");
}

module.exports = { cite };
