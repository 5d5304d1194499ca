"use strict";

const { withoutIcons } = require("./text");

/** How long the prompt has to rest before suggestions are asked for, in milliseconds. */
const rest = 250;
const limit = 5;

/** @type {{[kind: string]: string}} what a suggestion is, for people */
const kinds = { completion: "completes", marks: "with marks", correction: "other letters", inputMethod: "Telex or VNI, read" };

/**
 * @typedef {{query: string, kind: string, articlesAtMost?: number}} Suggestion
 */

/** Suggestions for the query in the prompt, once that rests. */
class Suggestions {
    /**
     * @param {import("./client").Client} client
     * @param {() => void} changed called where there is another one to show
     */
    constructor(client, changed) {
        this.client = client;
        this.changed = changed;
        /** @type {string | undefined} the query that may be meant instead */
        this.better = undefined;
        this.query = "";
        /** @type {NodeJS.Timeout | undefined} */
        this.timer = undefined;
    }

    /** @param {string} query */
    later(query) {
        this.stop();
        if (!query.trim()) return;
        this.query = query;
        this.timer = setTimeout(() => void this.find(query), rest);
    }

    /** @param {string} query */
    async find(query) {
        try {
            const { suggestions } = await this.client.request("suggest", { query, limit });
            if (this.query !== query) return;
            const better = /** @type {Suggestion[]} */ (suggestions).find(({ kind }) => kind !== "completion");
            if (!better) return;
            this.better = better.query;
            this.changed();
        } catch {
            // A suggestion that does not come is not missed; the search itself says what is wrong.
            return;
        }
    }

    /**
     * All suggestions, as entries of a menu.
     * @param {string} query
     */
    async load(query) {
        const { suggestions } = await this.client.request("suggest", { query, limit: 2 * limit });
        return /** @type {Suggestion[]} */ (suggestions).map((suggestion) => ({
            label: withoutIcons(suggestion.query),
            description: kinds[suggestion.kind] || suggestion.kind,
            query: suggestion.query,
        }));
    }

    /** Forgets what was found, and lets nothing in any more. */
    stop() {
        clearTimeout(this.timer);
        this.query = "";
        this.better = undefined;
    }
}

module.exports = { Suggestions };
