"use strict";

const vscode = require("vscode");
const { commands } = require("./lib/commands");
const { scheme } = require("./lib/documents");
const { show } = require("./lib/messages");
const { Session } = require("./lib/session");
const { ResultsTree } = require("./lib/tree");

/** @type {Session | undefined} */
let session;

/**
 * Called by the editor with the first command.
 * @param {import("vscode").ExtensionContext} context
 * @returns {{setCitation: (citation: ((article: any) => string) | undefined) => void}} what other extensions may call
 */
function activate(context) {
    const active = new Session();
    session = active;
    const tree = new ResultsTree(active);
    context.subscriptions.push(
        vscode.workspace.registerTextDocumentContentProvider(scheme, active.documents),
        tree.view,
        ...Object.entries(commands(active, tree)).map(([name, body]) =>
            vscode.commands.registerCommand(name, (...given) => body(...given).catch(show)),
        ),
    );
    return {
        setCitation(citation) {
            active.citation = citation;
        },
    };
}

/** Called by the editor when it ends. */
function deactivate() {
    if (session) session.client.close();
    session = undefined;
}

module.exports = { activate, deactivate };
