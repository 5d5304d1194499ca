"use strict";

const fs = require("fs");
const vscode = require("vscode");
const { articleUri } = require("./documents");

/**
 * Opens a hit: its file at the match where that holds the text as it is, else the article itself.
 * @param {import("./session").Session} session
 * @param {import("./search").Hit} hit
 * @param {string} query
 * @param {{preview?: boolean, preserveFocus?: boolean, beside?: boolean}} [how]
 * @returns {Promise<any>} the editor
 */
async function open(session, hit, query, how = {}) {
    const options = {
        preview: how.preview === true,
        preserveFocus: how.preserveFocus === true,
        ...(how.beside ? { viewColumn: vscode.ViewColumn.Beside } : {}),
    };
    session.lastArticle = hit.id;
    if (hit.layout === "text" && hit.path) {
        if (fs.existsSync(hit.path)) {
            const document = await vscode.workspace.openTextDocument(vscode.Uri.file(hit.path));
            const place = new vscode.Position(hit.line || 0, hit.column || 0);
            return vscode.window.showTextDocument(document, { ...options, selection: new vscode.Range(place, place) });
        }
        if (!options.preview) {
            void vscode.window.showWarningMessage(`tracuu: ${hit.path} is gone; this is the article as it was indexed`);
        }
    }
    const document = await vscode.workspace.openTextDocument(articleUri(hit.id, query));
    const editor = await vscode.window.showTextDocument(document, options);
    session.documents.reveal(editor);
    return editor;
}

module.exports = { open };
