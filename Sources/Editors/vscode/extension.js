"use strict";

const vscode = require("vscode");
const { commands } = require("./lib/commands");
const { scheme } = require("./lib/documents");
const { show } = require("./lib/messages");
const { Session } = require("./lib/session");
const { Timelines, timelineScheme } = require("./lib/timeline");
const { ResultsTree } = require("./lib/tree");

/**
 * Called by the editor with the first command.
 * @param {import("vscode").ExtensionContext} context
 * @returns {{setCitation: (citation: ((article: any) => string) | undefined) => void}} what other extensions may call
 */
function activate(context) {
    const session = new Session();
    const tree = new ResultsTree(session);
    const timelines = new Timelines(session.client);
    context.subscriptions.push(
        session,
        tree.view,
        vscode.workspace.registerTextDocumentContentProvider(scheme, session.documents),
        vscode.workspace.registerTextDocumentContentProvider(timelineScheme, timelines),
        vscode.languages.registerDocumentLinkProvider({ scheme: timelineScheme }, timelines),
        ...Object.entries(commands(session, tree, timelines)).map(([name, body]) =>
            vscode.commands.registerCommand(name, (...given) => body(...given).catch(show)),
        ),
    );
    return {
        setCitation(citation) {
            session.citation = citation;
        },
    };
}

module.exports = { activate };
