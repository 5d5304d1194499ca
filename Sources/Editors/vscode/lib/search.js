"use strict";

const { codes } = require("./client");

/** How many hits are loaded at once at most. */
const most = 1000;
/** How many are loaded first while a query is typed: more than a list shows, and sooner there than a whole page with its snippets. */
const typedPage = 20;

/**
 * @typedef {[number, number]} Span
 * @typedef {{id: string, title: string, date?: string, source?: string, author?: string, path?: string, url?: string, line?: number,
 *   column?: number, layout?: "text" | "record", missing?: string[], titleHighlights: Span[],
 *   snippet?: {text: string, highlights: Span[]}}} Hit
 * @typedef {"relevance" | "newest" | "oldest"} Order
 * @typedef {{value: number, relation: "exact" | "atLeast"}} Total
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
        /** Where the next page begins. */
        this.offset = 0;
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
     * @param {number} [count] how many hits to load, where that is more than a page
     * @returns {Promise<boolean>}
     */
    async run(query, count = 0) {
        const page = this.isTyping ? Math.min(this.pageSize, typedPage) : this.pageSize;
        const limit = Math.max(page, Math.min(count, most));
        const result = await this.ask(query, 0, limit);
        if (!result) return false;
        this.query = query;
        this.hits = result.hits;
        this.total = result.total;
        this.suggestion = result.suggestion && result.suggestion.query;
        this.revision = result.revision;
        this.offset = result.hits.length;
        this.isWhole = result.hits.length < limit;
        return true;
    }

    /**
     * Loads the next page; where the index has changed too much for that, as many hits as there were, from the first on.
     * @returns {Promise<boolean>} whether there are other hits than before
     */
    async next() {
        if (this.isWhole || this.running) return false;
        const known = new Set(this.hits.map((hit) => hit.id));
        try {
            // A page may be short though others follow it; only an empty one is the end.
            for (let loaded = 0; loaded < this.pageSize && !this.isWhole; ) {
                const result = await this.ask(this.query, this.offset, this.pageSize - loaded);
                if (!result) return false;
                loaded += result.hits.length;
                this.offset += result.hits.length;
                this.hits = this.hits.concat(result.hits.filter((/** @type {Hit} */ hit) => !known.has(hit.id)));
                this.isWhole = result.hits.length === 0;
            }
            return true;
        } catch (error) {
            const { code } = /** @type {{code?: number}} */ (error);
            // Nothing further down can be asked for.
            if (code === codes.tooLarge) this.isWhole = true;
            if (code !== codes.contentModified) throw error;
            return this.run(this.query, this.offset);
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
     * @param {number} limit
     * @returns {Promise<any>} the result, or undefined where it came too late
     */
    async ask(query, offset, limit) {
        const number = ++this.number;
        const page = { limit, offset, snippets: true };
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
