"use strict";

const { codes } = require("./client");

/**
 * @typedef {[number, number]} Span
 * @typedef {{id: string, title: string, date?: string, source?: string, author?: string, path?: string, url?: string, line?: number,
 *   column?: number, layout?: "text" | "record", missing?: string[], titleHighlights: Span[],
 *   snippet?: {text: string, highlights: Span[]}}} Hit
 * @typedef {"relevance" | "newest" | "oldest"} Order
 * @typedef {{value: number, relation: "exact" | "atLeast"}} Total
 * @typedef {(isSame: boolean) => void} Changed
 */

/** The hits of a query as far as they are loaded. */
class Search {
    /**
     * @param {import("./client").Client} client
     * @param {number} pageSize
     */
    constructor(client, pageSize) {
        this.client = client;
        this.pageSize = pageSize;
        this.query = "";
        /** @type {Order} */
        this.order = "relevance";
        this.isTyping = false;
        /** The query that was asked for last. */
        this.asked = "";
        /** @type {Hit[]} */
        this.hits = [];
        /** @type {Total} */
        this.total = { value: 0, relation: "exact" };
        /** @type {string | undefined} */
        this.suggestion = undefined;
        this.revision = 0;
        this.isWhole = true;
        this.number = 0;
        /** @type {import("./client").Request | undefined} */
        this.running = undefined;
        /** @type {string | undefined} the article whose neighbours are listed instead of a query's hits */
        this.similarTo = undefined;
    }

    /**
     * Loads the first page of a query; false where a newer search came in between.
     * @param {string} query
     * @returns {Promise<boolean>}
     */
    async run(query) {
        const result = await this.ask(query, 0);
        if (!result) return false;
        this.query = query;
        this.hits = result.hits;
        this.total = result.total;
        this.suggestion = result.suggestion && result.suggestion.query;
        this.revision = result.revision;
        this.isWhole = result.hits.length < this.pageSize;
        return true;
    }

    /**
     * Loads the next page; where the index has changed, the first one again, which then is the only one.
     * @returns {Promise<boolean>} whether there are other hits than before
     */
    async next() {
        if (this.isWhole || this.running) return false;
        try {
            const result = await this.ask(this.query, this.hits.length);
            if (!result) return false;
            const known = new Set(this.hits.map((hit) => hit.id));
            this.hits = this.hits.concat(result.hits.filter((/** @type {Hit} */ hit) => !known.has(hit.id)));
            this.isWhole = result.hits.length < this.pageSize;
            return true;
        } catch (error) {
            if (/** @type {{code?: number}} */ (error).code !== codes.contentModified) throw error;
            return this.run(this.query);
        }
    }

    /** Has the daemon stop, and lets no answer in any more. */
    cancel() {
        this.number += 1;
        if (this.running) this.running.cancel();
        this.running = undefined;
    }

    /**
     * @param {string} query
     * @param {number} offset
     * @returns {Promise<any>} the result, or undefined where it came too late
     */
    async ask(query, offset) {
        const number = ++this.number;
        const page = { limit: this.pageSize, offset, snippets: true };
        const request =
            this.similarTo === undefined
                ? this.client.request("search", {
                      ...page,
                      query,
                      sort: this.order,
                      asYouType: this.isTyping,
                      ...(offset > 0 ? { revision: this.revision } : {}),
                  })
                : this.client.request("similar", { ...page, id: this.similarTo });
        this.running = request;
        try {
            const result = await request;
            return number === this.number ? result : undefined;
        } catch (error) {
            if (number !== this.number || /** @type {{code?: number}} */ (error).code === codes.cancelled) return undefined;
            throw error;
        } finally {
            if (this.running === request) this.running = undefined;
        }
    }
}

module.exports = { Search };
