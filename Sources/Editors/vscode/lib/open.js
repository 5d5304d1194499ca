"use strict";

const fs = require("fs");
const vscode = require("vscode");
const { articleUri } = require("./documents");
const { warn } = require("./messages");

/**
 * Why the file of a hit is not what to open; nothing where it is.
 * @param {import("./search").Hit} hit
 * @returns {string | undefined}
 */
function fileProblem({ path }) {
    if (!path) return "there is no file";
    try {
        fs.accessSync(path, fs.constants.R_OK);
        return undefined;
    } catch (error) {
        return /** @type {{code?: string}} */ (error).code === "ENOENT" ? `${path} is gone` : `${path} cannot be read`;
    }
}

/**
 * Opens a hit: its file at the match where that holds the text as it is, else the article itself.
 * @param {import("./session").Session} session
 * @param {import("./search").Hit} hit
 * @param {string} query
 * @param {boolean} [isBeside] whether it opens in an editor beside the active one
 * @returns {Promise<import("vscode").TextEditor>}
 */
async function open(session, hit, query, isBeside = false) {
    const options = { preview: false, ...(isBeside ? { viewColumn: vscode.ViewColumn.Beside } : {}) };
    session.lastArticle = hit.id;
    if (hit.layout === "text") {
        let problem = fileProblem(hit);
        if (problem === undefined) {
            try {
                const document = await vscode.workspace.openTextDocument(vscode.Uri.file(/** @type {string} */ (hit.path)));
                const place = new vscode.Position(hit.line || 0, hit.column || 0);
                return await vscode.window.showTextDocument(document, { ...options, selection: new vscode.Range(place, place) });
            } catch (error) {
                problem = `${hit.path} cannot be opened (${/** @type {Error} */ (error).message})`;
            }
        }
        warn(`${problem}; this is the article as it was indexed`);
    }
    return session.documents.show(articleUri(hit.id, query), options);
}

module.exports = { open };
