"use strict";

const vscode = require("vscode");
const { Client } = require("./client");
const { Documents } = require("./documents");
const { History } = require("./history");
const { Search } = require("./search");
const { place, setting } = require("./settings");

/**
 * A search that can be gone on with: how many hits were loaded, and the one selected.
 * @typedef {{query: string, order: import("./search").Order, loaded?: number, hit?: string}} Last
 */

/** What all commands share: the connection, the documents, the history, and the last search. */
class Session {
    constructor() {
        this.client = new Client(place);
        this.documents = new Documents(this.client);
        this.history = new History(() => setting("historyFile", ""));
        /** @type {Last | undefined} */
        this.last = undefined;
        /** @type {string | undefined} the article that was opened last */
        this.lastArticle = undefined;
        /** @type {((article: any) => string) | undefined} the user's own citation */
        this.citation = undefined;
        /** @type {import("./picker").Picker | undefined} the list that is open */
        this.picker = undefined;
        /** @type {boolean | undefined} whether the preview was switched on or off since the start */
        this.isPreviewOn = undefined;
        /** How many articles the index holds, as far as it was told. */
        this.articles = /** @type {number | undefined} */ (undefined);
        this.client.on("connected", () => {
            this.client.request("status", {}).then((status) => (this.articles = status.articles), () => undefined);
        });
        this.client.on("indexChanged", ({ articles }) => {
            this.articles = articles;
            this.documents.forget();
        });
    }

    /** @returns {Search} */
    search() {
        return new Search(this.client, setting("pageSize", 50));
    }

    isPreviewing() {
        return this.isPreviewOn === undefined ? setting("preview", true) : this.isPreviewOn;
    }

    /**
     * Keeps a search to go on with later.
     * @param {Search} search
     * @param {import("./search").Hit} [hit] the one that is selected
     */
    remember({ query, order, offset }, hit) {
        if (query.trim()) this.last = { query, order, loaded: offset, ...(hit ? { hit: hit.id } : {}) };
    }

    /**
     * Notes which list is open, for the commands that keys call.
     * @param {import("./picker").Picker | undefined} picker
     * @param {import("./picker").Picker} [closed] the one that is gone, unless another has taken its place
     */
    setPicker(picker, closed) {
        if (closed && this.picker !== closed) return;
        this.picker = picker;
        void vscode.commands.executeCommand("setContext", "tracuu.isPrompting", picker !== undefined);
    }

    dispose() {
        if (this.picker) this.picker.pick.hide();
        for (const subscription of this.documents.subscriptions) subscription.dispose();
        this.client.close();
    }
}

module.exports = { Session };
