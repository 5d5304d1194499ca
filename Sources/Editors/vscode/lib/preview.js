"use strict";

const vscode = require("vscode");
const { articleUri } = require("./documents");

/** How long an entry has to be selected before it is shown, in milliseconds. */
const rest = 80;

/** The selected article, shown while the list is open, and what was shown before. */
class Preview {
    /** @param {import("./session").Session} session */
    constructor(session) {
        this.session = session;
        const editor = vscode.window.activeTextEditor;
        const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
        this.before = editor && {
            document: editor.document,
            options: { selection: editor.selection, viewColumn: editor.viewColumn, preview: tab !== undefined && tab.isPreview },
        };
        /** @type {import("vscode").Uri | undefined} */
        this.shown = undefined;
        /** @type {NodeJS.Timeout | undefined} */
        this.timer = undefined;
        /** @type {Promise<unknown>} */
        this.showing = Promise.resolve();
        this.isClosed = false;
    }

    /**
     * Shows an article once the selection rests.
     * @param {import("./search").Hit} hit
     * @param {string} query
     */
    later(hit, query) {
        clearTimeout(this.timer);
        const uri = articleUri(hit.id, query);
        if (this.isClosed || (this.shown && this.shown.toString() === uri.toString())) return;
        this.timer = setTimeout(() => {
            this.shown = uri;
            // An article that cannot be shown says why when it is opened.
            this.showing = this.session.documents
                .show(uri, { preview: true, preserveFocus: true })
                .then(() => (this.isClosed ? this.closeTab() : undefined), () => undefined);
        }, rest);
    }

    /** Keeps what is selected from being shown, until it is asked for again. */
    stop() {
        clearTimeout(this.timer);
    }

    /**
     * Ends the preview.
     * @param {boolean} goesBack whether what was shown before comes back
     */
    async close(goesBack) {
        this.stop();
        this.isClosed = true;
        await this.showing;
        await this.closeTab();
        if (!goesBack || !this.before || !this.shown) return;
        const { document, options } = this.before;
        const active = vscode.window.activeTextEditor;
        if (active && active.document.uri.toString() === document.uri.toString()) return;
        const again = document.isClosed ? await vscode.workspace.openTextDocument(document.uri) : document;
        await vscode.window.showTextDocument(again, options);
    }

    /** Closes the tab of the preview, unless it has become a lasting one. */
    async closeTab() {
        const uri = this.shown && this.shown.toString();
        const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
        const tab = tabs.find(
            ({ input, isPreview }) => isPreview && input instanceof vscode.TabInputText && input.uri.toString() === uri,
        );
        if (tab) await vscode.window.tabGroups.close(tab, true);
    }
}

module.exports = { Preview };
