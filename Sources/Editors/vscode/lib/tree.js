"use strict";

const vscode = require("vscode");
const narrow = require("./narrow");
const { open } = require("./open");
const { articles, news, origin, sameLength } = require("./text");

/** @typedef {import("./search").Hit} Hit */

/**
 * A text with its highlights in bold.
 * @param {{text: string, highlights: import("./search").Span[]}} snippet
 * @returns {import("vscode").MarkdownString}
 */
function inBold({ text, highlights }) {
    const string = new vscode.MarkdownString();
    const plain = sameLength(text);
    let place = 0;
    for (const [start, end] of highlights) {
        string.appendText(plain.slice(place, start)).appendMarkdown("**").appendText(plain.slice(start, end)).appendMarkdown("**");
        place = end;
    }
    return string.appendText(plain.slice(place));
}

/** The view of the articles found, in the daemon's order. */
class ResultsTree {
    /** @param {import("./session").Session} session */
    constructor(session) {
        this.session = session;
        this.search = session.search();
        /** @type {string | undefined} the article whose like are listed, by its title */
        this.likeTitle = undefined;
        /** How many articles the index held when the list was made. */
        this.known = /** @type {number | undefined} */ (undefined);
        this.news = "";
        /** @type {string | undefined} the id of the hit that was opened last */
        this.current = undefined;
        /** @type {import("vscode").EventEmitter<undefined>} */
        this.changed = new vscode.EventEmitter();
        this.onDidChangeTreeData = this.changed.event;
        /** @type {import("vscode").TreeView<Hit | "more">} */
        this.view = vscode.window.createTreeView("tracuu.results", { treeDataProvider: this });
        session.client.on("indexChanged", (change) => this.indexChanged(change));
    }

    /**
     * Lists the articles of a query.
     * @param {string} query
     * @param {import("./search").Order} [order]
     */
    async list(query, order = "relevance") {
        const search = this.session.search();
        search.order = order;
        if (!(await this.load(search, query, undefined))) return;
        this.session.history.add(query);
        this.session.remember(search);
    }

    /**
     * Lists articles like one article.
     * @param {string} id
     */
    async similar(id) {
        const search = this.session.search();
        search.similarTo = id;
        const { title } = await this.session.client.request("article", { id });
        await this.load(search, "", title || id);
    }

    /**
     * @param {import("./search").Search} search
     * @param {string} query
     * @param {string | undefined} likeTitle
     * @returns {Promise<boolean>} false where another list came in between
     */
    async load(search, query, likeTitle) {
        this.search.cancel();
        if (!(await search.run(query))) return false;
        this.search = search;
        this.likeTitle = likeTitle;
        this.current = undefined;
        this.forgetNews();
        this.show();
        await vscode.commands.executeCommand("tracuu.results.focus");
        return true;
    }

    show() {
        this.note();
        this.changed.fire(undefined);
    }

    /** The list is as new as the index. */
    forgetNews() {
        this.news = "";
        this.known = this.session.articles;
    }

    /** Says above the list what it holds. */
    note() {
        const { search, likeTitle } = this;
        this.view.title = likeTitle === undefined ? search.query : `Like ${likeTitle}`;
        // Nearly every article has a pair of syllables in common with another, so their number says nothing.
        const count = likeTitle === undefined ? articles(search.total) : `${search.hits.length} listed`;
        const order = search.order === "relevance" ? "" : `${search.order} first`;
        const suggestion = search.suggestion ? `did you mean ${search.suggestion}?` : "";
        this.view.message = [count, order, this.news, suggestion].filter(Boolean).join(" · ");
    }

    /** @param {{articles: number}} change */
    indexChanged(change) {
        if (!this.search.query && this.likeTitle === undefined) return;
        this.news = news(this.known, change.articles);
        this.note();
    }

    async nextPage() {
        const { revision } = this.search;
        if (!(await this.search.next())) return;
        if (this.search.revision !== revision) this.forgetNews();
        this.show();
    }

    async refresh() {
        const { search, likeTitle } = this;
        if (search.query || likeTitle !== undefined) await this.load(search, search.query, likeTitle);
    }

    async narrow() {
        if (!this.search.query) return;
        const { client } = this.session;
        const { query, order } = this.search;
        const fields = narrow.fields.map(({ field, label }) => ({ label, field }));
        const choice = await vscode.window.showQuickPick(fields, { placeHolder: "Narrow by" });
        if (!choice) return;
        const narrowed = await narrow.ask(client, query, choice.field, await narrow.choices(client, query, choice.field));
        if (narrowed) await this.list(narrowed, order);
    }

    /**
     * Opens the hit so many places from the one opened last.
     * @param {number} step
     */
    async visit(step) {
        const place = this.search.hits.findIndex(({ id }) => id === this.current);
        const next = place < 0 ? 0 : place + step;
        if (next >= this.search.hits.length) await this.nextPage();
        const hit = this.search.hits[next];
        if (!hit) throw new Error(this.search.hits.length ? "there is no other article in the list" : "no articles are listed; use Tracuu: List");
        this.current = hit.id;
        await this.view.reveal(hit, { select: true, focus: false });
        await open(this.session, hit, this.search.query);
    }

    /**
     * @param {Hit | "more"} [parent]
     * @returns {(Hit | "more")[]}
     */
    getChildren(parent) {
        if (parent) return [];
        return this.search.isWhole ? this.search.hits : [...this.search.hits, "more"];
    }

    /**
     * Every entry stands at the top.
     * @returns {undefined}
     */
    getParent() {
        return undefined;
    }

    /**
     * @param {Hit | "more"} element
     * @returns {import("vscode").TreeItem}
     */
    getTreeItem(element) {
        if (element === "more") {
            const item = new vscode.TreeItem("More articles");
            item.command = { command: "tracuu.nextPage", title: "More articles" };
            item.iconPath = new vscode.ThemeIcon("fold-down");
            return item;
        }
        const label = element.title ? { label: sameLength(element.title), highlights: element.titleHighlights } : { label: element.id };
        const item = new vscode.TreeItem(label);
        item.description = origin(element);
        item.tooltip = element.snippet ? inBold(element.snippet) : "";
        item.contextValue = "hit";
        item.command = { command: "tracuu.open", title: "Open the article", arguments: [element] };
        return item;
    }
}

module.exports = { ResultsTree };
