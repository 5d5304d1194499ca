"use strict";

const vscode = require("vscode");
const { codes } = require("./client");
const { beside, errorItem, hitItem, nextPageItem, queryItem } = require("./items");
const { articles, show } = require("./messages");
const narrow = require("./narrow");
const { open } = require("./open");
const { setting } = require("./settings");

/** @typedef {import("./search").Hit} Hit */
/** @typedef {import("./items").Item} Item */

/** @type {import("./search").Order[]} */
const orders = ["relevance", "newest", "oldest"];
const previewDelay = 80;
const suggestionDelay = 250;

/** The list that changes as a query is typed. */
class Picker {
    /**
     * @param {import("./session").Session} session
     * @param {import("./tree").ResultsTree} tree
     */
    constructor(session, tree) {
        this.session = session;
        this.tree = tree;
        this.search = session.search();
        this.pick = vscode.window.createQuickPick();
        this.pick.matchOnDescription = this.pick.matchOnDetail = false;
        this.pick.ignoreFocusOut = true;
        this.pick.placeholder = "Words with or without marks; the history while this is empty";
        /** @type {{message: string, column: number, length: number} | undefined} */
        this.error = undefined;
        /** @type {string | undefined} */
        this.suggestion = undefined;
        this.fresh = 0;
        this.isAccepted = false;
        /** Whether a menu has taken the list's place for a while. */
        this.isAway = false;
        /** @type {string | undefined} the id of the hit to select */
        this.selected = undefined;
        /** @type {NodeJS.Timeout | undefined} */
        this.searchTimer = undefined;
        /** @type {NodeJS.Timeout | undefined} */
        this.previewTimer = undefined;
        /** @type {NodeJS.Timeout | undefined} */
        this.suggestionTimer = undefined;
        this.before = vscode.window.activeTextEditor;
        this.buttons = this.makeButtons();
        this.pick.buttons = this.buttons.map((button) => button.button);
        this.subscriptions = [
            this.pick.onDidChangeValue((value) => this.changed(value, true)),
            this.pick.onDidChangeActive((items) => this.moved(/** @type {Item | undefined} */ (items[0]))),
            this.pick.onDidAccept(() => void this.accept().catch(show)),
            this.pick.onDidTriggerButton((button) => void this.pressed(button).catch(show)),
            this.pick.onDidTriggerItemButton(({ item, button }) => void this.pressedItem(/** @type {Item} */ (item), button)),
            this.pick.onDidHide(() => this.close()),
        ];
        this.stopListening = session.client.on("indexChanged", (params) => this.indexChanged(params));
    }

    /**
     * Shows the list.
     * @param {string} query
     * @param {import("./search").Order} [order]
     * @param {string} [selected] the id of the hit to select
     */
    show(query, order = "relevance", selected = undefined) {
        this.search.order = order;
        this.selected = selected;
        this.pick.show();
        this.replace(query);
    }

    makeButtons() {
        const icon = (/** @type {string} */ name) => new vscode.ThemeIcon(name);
        return [
            ...narrow.fields.map(({ field, label }) => ({
                button: { iconPath: icon(field === "date" ? "calendar" : field === "source" ? "book" : "person"), tooltip: `Narrow by ${label}` },
                press: () => this.askToNarrow(field),
            })),
            { button: { iconPath: icon("list-ordered"), tooltip: "Order: relevance, newest, oldest" }, press: () => this.sort() },
            { button: { iconPath: icon("lightbulb"), tooltip: "Take the suggestion" }, press: () => this.acceptSuggestion() },
            { button: { iconPath: icon("list-tree"), tooltip: "Put the articles into the view" }, press: () => this.toTree() },
        ];
    }

    /**
     * @param {string} value
     * @param {boolean} isTyping whether the last word may be unfinished
     */
    changed(value, isTyping) {
        // The editor may tell of a change that was made here.
        if (isTyping && value === this.search.asked) return;
        this.search.isTyping = isTyping;
        this.search.asked = value;
        for (const timer of [this.searchTimer, this.previewTimer, this.suggestionTimer]) clearTimeout(timer);
        this.suggestion = undefined;
        const delay = setting("debounce", 0);
        if (delay > 0) this.searchTimer = setTimeout(() => void this.run(value), delay);
        else void this.run(value);
        if (value.trim()) this.suggestionTimer = setTimeout(() => void this.suggest(value), suggestionDelay);
    }

    /** @param {string} query */
    async run(query) {
        this.pick.busy = true;
        try {
            if (!(await this.search.run(query))) return;
            this.error = undefined;
            this.fresh = 0;
            this.countArticles();
            this.render();
        } catch (error) {
            this.fail(error);
        }
        this.pick.busy = false;
    }

    /** @param {unknown} error */
    fail(error) {
        const { code, data, message } = /** @type {{code?: number, data?: any, message: string}} */ (error);
        const place = code === codes.badQuery && data ? data : { column: 0, length: 0 };
        this.error = { message, column: place.column, length: place.length };
        this.render();
        if (code === undefined) show(error);
    }

    /** How many articles there are now, so that later changes tell how many are new. */
    countArticles() {
        this.session.client.request("status", {}).then(
            (status) => (this.session.articles = status.articles),
            () => undefined,
        );
    }

    /** @param {{revision: number, articles: number}} change */
    indexChanged(change) {
        const known = this.session.articles;
        this.fresh = known === undefined ? 0 : Math.max(0, change.articles - known);
        this.title();
    }

    /** @param {string} query */
    async suggest(query) {
        try {
            const { suggestions } = await this.session.client.request("suggest", { query, limit: 5 });
            if (this.pick.value !== query) return;
            const better = suggestions.find((/** @type {{kind: string}} */ { kind }) => kind !== "completion");
            this.suggestion = better && better.query;
            this.render();
        } catch {
            return;
        }
    }

    title() {
        const { total, order, query } = this.search;
        const parts = query.trim() ? [articles(total)] : ["Tracuu"];
        if (order !== "relevance") parts.push(`${order} first`);
        if (this.fresh > 0) parts.push(`${this.fresh} new`);
        this.pick.title = parts.join(" · ");
    }

    render() {
        const selected = this.selected || (/** @type {Item | undefined} */ (this.pick.activeItems[0]) || {}).hit?.id;
        /** @type {Item[]} */
        const items = [];
        if (this.error) items.push(errorItem(this.error, this.pick.value));
        const suggestion = this.suggestion || this.search.suggestion;
        if (!this.pick.value.trim()) {
            for (const query of this.session.history.queries()) items.push(queryItem(query, false));
        } else {
            this.search.hits.forEach((hit, index) => items.push(hitItem(hit, index)));
            if (!this.search.isWhole) items.push(nextPageItem);
        }
        if (suggestion) {
            items.splice(this.search.hits.length ? items.length : 0, 0, queryItem(suggestion, true));
        }
        this.pick.keepScrollPosition = true;
        this.pick.items = items;
        const active = items.find(({ hit }) => hit !== undefined && hit.id === selected) || items.find(({ hit }) => hit);
        if (active) this.pick.activeItems = [active];
        this.title();
    }

    /** @param {Item | undefined} item */
    moved(item) {
        clearTimeout(this.previewTimer);
        if (!item) return;
        if (item.isNextPage || (item.hit && item.hit === this.search.hits[this.search.hits.length - 1])) void this.nextPage();
        const { hit } = item;
        if (!hit || !setting("preview", true)) return;
        if (this.selected !== hit.id) this.selected = undefined;
        this.previewTimer = setTimeout(() => {
            open(this.session, hit, this.search.query, { preview: true, preserveFocus: true }).catch(() => undefined);
        }, previewDelay);
    }

    async nextPage() {
        try {
            if (await this.search.next()) this.render();
        } catch (error) {
            this.fail(error);
        }
    }

    async accept() {
        const item = /** @type {Item | undefined} */ (this.pick.activeItems[0]);
        if (!item) return;
        if (item.isNextPage) return void (await this.nextPage());
        if (item.query !== undefined) return this.replace(item.query);
        if (!item.hit) return;
        this.remember(item.hit);
        this.isAccepted = true;
        this.pick.hide();
        await open(this.session, item.hit, this.search.query);
    }

    /** @param {Hit} [hit] */
    remember(hit) {
        const { query, order } = this.search;
        if (!query.trim()) return;
        this.session.last = { query, order, ...(hit ? { hit: hit.id } : {}) };
        this.session.history.add(query);
    }

    /** @param {string} query */
    replace(query) {
        this.search.asked = query;
        this.pick.value = query;
        this.changed(query, query.trim() === "");
    }

    acceptSuggestion() {
        const suggestion = this.suggestion || this.search.suggestion;
        if (suggestion) this.replace(suggestion);
    }

    /** @param {string} field */
    async askToNarrow(field) {
        const { value } = this.pick;
        // The menu takes the list's place; it comes back with the answer.
        this.isAway = true;
        const query = await narrow.ask(this.session.client, value, field).catch((error) => void show(error));
        this.isAway = false;
        this.pick.show();
        this.replace(query === undefined ? value : query);
    }

    sort() {
        this.search.order = orders[(orders.indexOf(this.search.order) + 1) % orders.length];
        this.replace(this.pick.value);
    }

    async toTree() {
        this.remember();
        this.isAccepted = true;
        this.pick.hide();
        await this.tree.list(this.search.query, this.search.order);
    }

    /** @param {any} pressed */
    async pressed(pressed) {
        const found = this.buttons.find(({ button }) => button === pressed);
        if (found) await found.press();
    }

    /**
     * @param {Item} item
     * @param {any} button
     */
    async pressedItem(item, button) {
        const { hit } = item;
        if (!hit) return;
        this.remember(hit);
        this.isAccepted = true;
        this.pick.hide();
        if (button.tooltip === beside) await open(this.session, hit, this.search.query, { beside: true }).catch(show);
        else await this.tree.similar(hit.id).catch(show);
    }

    close() {
        if (this.isAway) return;
        for (const timer of [this.searchTimer, this.previewTimer, this.suggestionTimer]) clearTimeout(timer);
        this.search.cancel();
        this.stopListening();
        if (!this.isAccepted) {
            const item = /** @type {Item | undefined} */ (this.pick.activeItems[0]);
            if (this.search.query.trim()) {
                this.session.last = { query: this.search.query, order: this.search.order, hit: item && item.hit && item.hit.id };
            }
            this.restore();
        }
        for (const subscription of this.subscriptions) subscription.dispose();
        this.pick.dispose();
    }

    /** Goes back from the preview to what was shown before. */
    restore() {
        const { before } = this;
        if (before && vscode.window.activeTextEditor !== before) {
            void vscode.window.showTextDocument(before.document, { selection: before.selection, preview: false });
        }
    }
}

module.exports = { Picker };
