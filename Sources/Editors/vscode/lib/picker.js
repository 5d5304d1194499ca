"use strict";

const vscode = require("vscode");
const { makeButtons } = require("./actions");
const { cite } = require("./cite");
const { errorItem, hitItem, historyItem, keepOrder, nextPageItem, suggestionItem } = require("./items");
const { line, show } = require("./messages");
const narrow = require("./narrow");
const { open } = require("./open");
const { Preview } = require("./preview");
const { setting } = require("./settings");
const { Suggestions } = require("./suggestions");
const { articles, news } = require("./text");

/** @typedef {import("./search").Hit} Hit */
/** @typedef {import("./items").Item} Item */

/** @type {import("./search").Order[]} */
const orders = ["relevance", "newest", "oldest"];
/** How many entries before the last one load the next page. */
const nearEnd = 3;

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
        this.preview = new Preview(session);
        this.suggestions = new Suggestions(session.client, () => this.render(true));
        this.pick = vscode.window.createQuickPick();
        this.pick.matchOnDescription = this.pick.matchOnDetail = false;
        this.pick.ignoreFocusOut = true;
        this.pick.placeholder = "Words with or without marks; the history while this is empty";
        keepOrder(this.pick);
        this.buttons = makeButtons();
        this.entryButtons = [...this.buttons].filter(([, { isForHit }]) => isForHit).map(([button]) => button);
        /** What the prompt holds, as far as it was told or set here. */
        this.value = "";
        /** @type {import("./items").QueryProblem | undefined} */
        this.error = undefined;
        /** How many articles the index held when the list was made. */
        this.known = /** @type {number | undefined} */ (undefined);
        /** What is told of changes of the index since then. */
        this.news = "";
        /** Whether a menu has taken the list's place for a while. */
        this.isAway = false;
        this.isAccepted = false;
        /** @type {string | undefined} the id of the hit to select */
        this.selected = undefined;
        /** @type {NodeJS.Timeout | undefined} */
        this.timer = undefined;
        this.subscriptions = [
            this.pick.onDidChangeValue((value) => value !== this.value && this.change(value, true)),
            this.pick.onDidChangeActive(([item]) => this.moved(/** @type {Item | undefined} */ (item))),
            this.pick.onDidAccept(() => void this.accept().catch(show)),
            this.pick.onDidTriggerButton((button) => void this.press(button, undefined)),
            this.pick.onDidTriggerItemButton(({ item, button }) => void this.press(button, /** @type {Item} */ (item).hit)),
            this.pick.onDidHide(() => void this.hidden().catch(show)),
            { dispose: session.client.on("indexChanged", (change) => this.indexChanged(change)) },
        ];
    }

    /**
     * Shows the list.
     * @param {string} query
     * @param {import("./session").Last} [last] the search to go on with
     */
    show(query, last) {
        if (last) [this.search.order, this.selected] = [last.order, last.hit];
        this.session.setPicker(this);
        this.pick.show();
        this.replace(query, last && last.loaded);
    }

    /** @returns {Item | undefined} */
    get active() {
        return /** @type {Item | undefined} */ (this.pick.activeItems[0]);
    }

    /**
     * @param {string} value
     * @param {boolean} isTyping whether the last word may be unfinished
     * @param {number} [count] how many hits to load at least
     */
    change(value, isTyping, count) {
        this.value = value;
        this.search.isTyping = isTyping;
        if (isTyping) this.selected = undefined;
        clearTimeout(this.timer);
        this.preview.stop();
        this.suggestions.later(value);
        const delay = isTyping ? setting("debounce", 0) : 0;
        if (delay > 0) this.timer = setTimeout(() => void this.run(value, count), delay);
        else void this.run(value, count);
    }

    /**
     * @param {string} query
     * @param {number} [count]
     */
    async run(query, count) {
        this.pick.busy = true;
        try {
            if (!(await this.search.run(query, count))) return;
            this.error = undefined;
            this.forgetNews();
            this.render(this.selected !== undefined);
        } catch (error) {
            this.fail(error);
        } finally {
            if (!this.search.running) this.pick.busy = false;
        }
    }

    /** @param {unknown} error */
    fail(error) {
        const { data } = /** @type {{data?: any}} */ (error);
        const place = data && typeof data.column === "number" ? data : { column: 0, length: 0 };
        this.error = { message: line(error).replace(/^tracuu: /, ""), column: place.column, length: place.length };
        this.render(true);
    }

    /** The list is as new as the index. */
    forgetNews() {
        this.news = "";
        this.known = this.session.articles;
    }

    /** @param {{articles: number}} change */
    indexChanged(change) {
        if (!this.search.query.trim()) return;
        this.news = news(this.known, change.articles);
        this.title();
    }

    title() {
        const { total, order, query } = this.search;
        const parts = query.trim() ? [articles(total)] : ["Tracuu"];
        if (order !== "relevance") parts.push(`${order} first`);
        if (this.news) parts.push(this.news);
        if (this.suggestion) parts.push(`did you mean ${this.suggestion}?`);
        this.pick.title = parts.join(" · ");
        const shown = [...this.buttons].filter(([, { isForHit, name }]) => !isForHit && (name !== "suggestion" || this.suggestion));
        if (shown.length !== this.pick.buttons.length) this.pick.buttons = shown.map(([button]) => button);
    }

    /** @returns {string | undefined} */
    get suggestion() {
        return this.suggestions.better || this.search.suggestion;
    }

    /** @param {boolean} isSame whether the list only grew or changed its notes, so that the selection and the place stay */
    render(isSame) {
        const selected = isSame ? this.selected || (this.active && this.active.hit && this.active.hit.id) : undefined;
        /** @type {Item[]} */
        const items = this.error ? [errorItem(this.error, this.value)] : [];
        const hits = this.search.query.trim() ? this.search.hits : [];
        if (!this.value.trim()) items.push(...this.session.history.queries().map(historyItem));
        else {
            items.push(...hits.map((hit, index) => hitItem(hit, index, this.entryButtons)));
            if (!this.search.isWhole) items.push(nextPageItem);
            // Below the hits, where it moves none of them; from the first entry, it is one key up.
            if (this.suggestion) items.push(suggestionItem(this.suggestion));
        }
        this.pick.keepScrollPosition = isSame;
        this.pick.items = items;
        const active = items.find(({ hit }) => hit && hit.id === selected) || items.find(({ hit }) => hit) || items[0];
        this.pick.activeItems = active ? [active] : [];
        this.title();
    }

    /** @param {Item | undefined} item */
    moved(item) {
        this.preview.stop();
        if (!item) return;
        const { hit } = item;
        if (item.isNextPage || (hit && this.search.hits.indexOf(hit) >= this.search.hits.length - nearEnd)) void this.nextPage();
        if (!hit) return;
        if (this.selected !== hit.id) this.selected = undefined;
        if (this.session.isPreviewing()) this.preview.later(hit, this.search.query);
    }

    async nextPage() {
        try {
            const { revision } = this.search;
            if (!(await this.search.next())) return;
            if (this.search.revision !== revision) this.forgetNews();
            this.render(true);
        } catch (error) {
            this.fail(error);
        }
    }

    async accept() {
        const { active } = this;
        if (!active) return;
        if (active.isNextPage) await this.nextPage();
        else if (active.query !== undefined) this.replace(active.query);
        else if (active.hit) await this.open(active.hit, false);
    }

    /**
     * Puts a query into the prompt, and searches for it.
     * @param {string} query
     * @param {number} [count] how many hits to load at least
     */
    replace(query, count) {
        // What is set arrives later than what is typed meanwhile, and would undo that.
        if (this.pick.value !== query) this.pick.value = query;
        this.change(query, query.trim() === "", count);
    }

    /**
     * @param {import("vscode").QuickInputButton} button
     * @param {Hit | undefined} hit
     */
    async press(button, hit) {
        const action = this.buttons.get(button);
        if (action) await this.act(action, hit);
    }

    /**
     * @param {import("./actions").Action} action
     * @param {Hit} [hit]
     */
    async act(action, hit = this.active && this.active.hit) {
        if (this.isAway || (action.isForHit && !hit)) return;
        try {
            await action.run(this, /** @type {Hit} */ (hit));
        } catch (error) {
            show(error);
        }
    }

    /**
     * Has a menu take the list's place; the list comes back with the query that the menu gives, if any.
     * @param {() => Promise<string | undefined>} ask
     */
    async askFor(ask) {
        this.isAway = true;
        const query = await ask().catch((error) => void show(error));
        this.isAway = false;
        this.pick.show();
        this.replace(query === undefined ? this.value : query);
    }

    /** @param {string} field */
    async narrow(field) {
        const { client } = this.session;
        const query = this.value;
        const choices = await narrow.choices(client, query, field);
        if (this.session.picker === this) await this.askFor(() => narrow.ask(client, query, field, choices));
    }

    async complete() {
        const items = await this.suggestions.load(this.value);
        if (this.session.picker !== this) return;
        if (!items.length) throw new Error(`nothing completes ${this.value}`);
        await this.askFor(async () => (await vscode.window.showQuickPick(items, { placeHolder: "Take a query" }))?.query);
    }

    takeSuggestion() {
        if (this.suggestion) this.replace(this.suggestion);
    }

    sort() {
        this.search.order = orders[(orders.indexOf(this.search.order) + 1) % orders.length];
        this.replace(this.value);
    }

    togglePreview() {
        this.session.isPreviewOn = !this.session.isPreviewing();
        if (this.session.isPreviewOn) this.moved(this.active);
        else void this.preview.closeTab();
    }

    /** @param {Hit} [hit] */
    finish(hit) {
        this.session.remember(this.search, hit);
        if (this.search.query.trim()) this.session.history.add(this.search.query);
        this.isAccepted = true;
        this.pick.hide();
    }

    /**
     * @param {Hit} hit
     * @param {boolean} isBeside
     */
    async open(hit, isBeside) {
        this.finish(hit);
        await open(this.session, hit, this.search.query, isBeside).finally(() => this.preview.close(false));
    }

    /** @param {Hit} hit */
    async similar(hit) {
        this.finish(hit);
        await this.preview.close(true);
        await this.tree.similar(hit.id);
    }

    /** @param {Hit} hit */
    async cite(hit) {
        this.finish(hit);
        await this.preview.close(true);
        await cite(this.session, hit.id);
    }

    async toTree() {
        this.finish(this.active && this.active.hit);
        await this.preview.close(true);
        await this.tree.list(this.search.query, this.search.order);
    }

    async hidden() {
        if (this.isAway) return;
        clearTimeout(this.timer);
        this.suggestions.stop();
        this.search.cancel();
        for (const subscription of this.subscriptions) subscription.dispose();
        this.session.setPicker(undefined, this);
        if (!this.isAccepted) this.session.remember(this.search, this.active && this.active.hit);
        this.pick.dispose();
        if (!this.isAccepted) await this.preview.close(true);
    }
}

module.exports = { Picker };
