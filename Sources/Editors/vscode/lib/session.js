"use strict";

const { Client } = require("./client");
const { Documents } = require("./documents");
const { History } = require("./history");
const { Search } = require("./search");
const { place, setting } = require("./settings");

/** What all commands share: the connection, the documents, the history, and the last search. */
class Session {
    constructor() {
        this.client = new Client(place);
        this.documents = new Documents(this.client);
        this.history = new History(() => setting("historyFile", ""));
        /** @type {{query: string, order: import("./search").Order, hit?: string} | undefined} */
        this.last = undefined;
        /** @type {string | undefined} the article that was opened last */
        this.lastArticle = undefined;
        /** @type {((article: any) => string) | undefined} the user's own citation */
        this.citation = undefined;
        /** How many articles the index held when it was last told; undefined before. */
        this.articles = /** @type {number | undefined} */ (undefined);
        this.client.on("indexChanged", () => this.documents.forget());
    }

    /** @returns {Search} */
    search() {
        return new Search(this.client, setting("pageSize", 50));
    }
}

module.exports = { Session };
