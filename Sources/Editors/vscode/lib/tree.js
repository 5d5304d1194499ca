"use strict";

const vscode = require("vscode");
const { articles, origin, singleLine } = require("./messages");
const narrow = require("./narrow");

/** @typedef {import("./search").Hit} Hit */

/** The view of the articles found, in the daemon's order. */
class ResultsTree {
    /** @param {import("./session").Session} session */
    constructor(session) {
        this.session = session;
        this.search = session.search();
        /** What is told of changes of the index since the list was made. */
        this.fresh = "";
        this.changed = new vscode.EventEmitter();
        this.onDidChangeTreeData = this.changed.event;
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
        await this.load(search, query);
        this.session.history.add(query);
        this.session.last = { query, order };
    }

    /**
     * Lists articles like one article.
     * @param {string} id
     */
    async similar(id) {
        const search = this.session.search();
        search.similarTo = id;
        await this.load(search, "");
    }

    /**
     * @param {import("./search").Search} search
     * @param {string} query
     */
    async load(search, query) {
        this.search.cancel();
        this.search = search;
        if (!(await search.run(query))) return;
        this.session.articles = (await this.session.client.request("status", {})).articles;
        this.fresh = "";
        this.show();
        await vscode.commands.executeCommand("tracuu.results.focus");
    }

    show() {
        const { search } = this;
        this.view.title = search.similarTo === undefined ? search.query : "Articles like one article";
        const order = search.order === "relevance" ? "" : ` · ${search.order} first`;
        const count = search.similarTo === undefined ? articles(search.total) : `${search.hits.length} articles`;
        const suggestion = search.suggestion ? ` · did you mean ${search.suggestion}?` : "";
        this.view.message = `${count}${order}${this.fresh}${suggestion}`;
        this.changed.fire(undefined);
    }

    /** @param {{articles: number}} change */
    indexChanged(change) {
        if (this.session.articles === undefined || !this.search.hits.length) return;
        const fresh = change.articles - this.session.articles;
        this.fresh = fresh > 0 ? ` · ${fresh} new` : " · the index has changed";
        this.show();
    }

    async nextPage() {
        if (await this.search.next()) this.show();
    }

    async refresh() {
        await this.load(this.search, this.search.query);
    }

    async narrow() {
        const fields = narrow.fields.map(({ field, label }) => ({ label, field }));
        const choice = await vscode.window.showQuickPick(fields, { placeHolder: "Narrow by" });
        if (!choice) return;
        const query = await narrow.ask(this.session.client, this.search.query, choice.field);
        if (query !== undefined) await this.list(query, this.search.order);
    }

    /**
     * @param {Hit | undefined} parent
     * @returns {(Hit | "more")[]}
     */
    getChildren(parent) {
        if (parent) return [];
        return this.search.isWhole ? this.search.hits : [...this.search.hits, "more"];
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
        // Highlights are places in the title as it is, so nothing of it may be taken away.
        const label = element.title
            ? { label: element.title.replace(/\s/g, " "), highlights: element.titleHighlights }
            : { label: element.id };
        const item = new vscode.TreeItem(label);
        item.description = origin(element);
        item.tooltip = element.snippet ? singleLine(element.snippet.text) : "";
        item.contextValue = "hit";
        item.command = { command: "tracuu.open", title: "Open the article", arguments: [element] };
        return item;
    }
}

module.exports = { ResultsTree };
