"use strict";

const path = require("path");
const vscode = require("vscode");
const { codes } = require("./client");
const { inform, warn } = require("./messages");

let last = 0;

/**
 * Asks for what to index: the active file, its folder, a folder of the workspace, or another place.
 * @returns {Promise<string[]>} nothing where nothing was chosen
 */
async function targets() {
    const editor = vscode.window.activeTextEditor;
    const file = editor && editor.document.uri.scheme === "file" ? editor.document.uri.fsPath : undefined;
    const known = [
        ...(file ? [{ label: path.basename(file), description: "the current file", path: file }] : []),
        ...(file ? [{ label: path.dirname(file), description: "its folder", path: path.dirname(file) }] : []),
        ...(vscode.workspace.workspaceFolders || []).map(({ name, uri }) => ({
            label: name,
            description: `folder of the workspace, ${uri.fsPath}`,
            path: uri.fsPath,
        })),
    ];
    if (known.length) {
        const other = { label: "Another file or folder…", description: "", path: "" };
        const choice = await vscode.window.showQuickPick([...known, other], { placeHolder: "Index" });
        if (!choice) return [];
        if (choice.path) return [choice.path];
    }
    const options = { canSelectFolders: true, canSelectFiles: true, canSelectMany: true, openLabel: "Index" };
    return ((await vscode.window.showOpenDialog(options)) || []).map(({ fsPath }) => fsPath);
}

/**
 * Indexes files and folders with progress, and tells what became of it.
 * @param {import("./session").Session} session
 * @param {string[]} paths
 */
async function index(session, paths) {
    const name = paths.length === 1 ? path.basename(paths[0]) : `${paths.length} files and folders`;
    const options = { location: vscode.ProgressLocation.Notification, title: `Indexing ${name}`, cancellable: true };
    const result = await vscode.window.withProgress(options, async (progress, cancellation) => {
        const progressToken = `index ${++last}`;
        const request = session.client.request("index", { paths, progressToken });
        let reported = 0;
        const stop = session.client.on("$/progress", ({ token, value }) => {
            if (token !== progressToken) return;
            const share = value.total ? (100 * value.done) / value.total : 0;
            const message = `${value.stage}, ${(value.articles || 0).toLocaleString("en-US")} articles`;
            progress.report({ message, increment: Math.max(0, share - reported) });
            reported = Math.max(reported, share);
        });
        cancellation.onCancellationRequested(() => request.cancel());
        return request
            .catch((error) => {
                if (error.code !== codes.cancelled) throw error;
                return undefined;
            })
            .finally(stop);
    });
    if (!result) return inform("indexing was cancelled; the articles committed until then stay");
    const { added, updated, unchanged, removed, failed, unreadDates: dates } = result;
    let text = `${added} added, ${updated} updated, ${unchanged} unchanged, ${removed} removed`;
    if (dates) text += `, ${dates.count} with a date that could not be read (${place(dates.first[0])} "${dates.first[0].value}")`;
    if (!failed.length) return inform(text);
    return warn(`${text}, ${failed.length} failed; the first: ${place(failed[0])}: ${failed[0].reason} (tracuu failed lists all)`);
}

/**
 * @param {{path?: string, line?: number}} where
 * @returns {string}
 */
function place({ path: file, line }) {
    return line === undefined ? `${file}` : `${file}:${line + 1}`;
}

/**
 * Indexes what a menu gives, or what is asked for.
 * @param {import("./session").Session} session
 * @param {string | import("vscode").Uri | undefined} given
 * @param {import("vscode").Uri[] | undefined} selected all that is selected, where the explorer gives that
 */
async function indexGiven(session, given, selected) {
    const uris = Array.isArray(selected) && selected.length ? selected : given ? [given] : [];
    const paths = uris.length ? uris.map((uri) => (typeof uri === "string" ? uri : uri.fsPath)) : await targets();
    if (paths.length) await index(session, paths);
}

module.exports = { indexGiven };
