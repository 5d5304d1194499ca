"use strict";

const fs = require("fs");
const { Document, TextEditor } = require("./fake-documents");
const { checkOptions, EventEmitter, Selection, strict, TabInputText, Uri } = require("./fake-values");

const beside = -2;

/** Documents, and the tabs that show them: a tab in preview mode gives its place to the next one. */
class Workbench {
    constructor() {
        this.documents = new Map();
        this.providers = new Map();
        this.groups = [{ viewColumn: 1, tabs: [], active: undefined }];
        this.active = this.groups[0];
        this.documentChanged = new EventEmitter();
        this.editorsChanged = new EventEmitter();
    }

    /** The editor that the active tab shows, as tests look at it. */
    get editor() {
        return this.active.active && this.active.active.editor;
    }

    async open(uri) {
        if (!(uri instanceof Uri)) throw new TypeError("an address is needed");
        const known = this.documents.get(uri.toString());
        if (known) return known;
        const provider = this.providers.get(uri.scheme);
        if (uri.scheme !== "file" && !provider) throw new Error(`Unable to resolve resource ${uri}`);
        const text = provider ? await provider.provideTextDocumentContent(uri) : fs.readFileSync(uri.path, "utf8");
        const document = new Document(uri, text, provider !== undefined);
        this.documents.set(uri.toString(), document);
        return document;
    }

    register(scheme, provider) {
        this.providers.set(scheme, provider);
        const ask = async (uri) => {
            const document = this.documents.get(uri.toString());
            if (!document) return;
            document.setText(await provider.provideTextDocumentContent(uri));
            this.documentChanged.fire({ document: document.api });
        };
        return provider.onDidChange ? provider.onDidChange((uri) => void ask(uri)) : { dispose() {} };
    }

    show(document, options = {}) {
        checkOptions(options, ["preview", "preserveFocus", "selection", "viewColumn"], "showTextDocument");
        const { viewColumn, preview = true, selection } = options;
        const column = viewColumn === beside ? this.active.viewColumn + 1 : viewColumn || this.active.viewColumn;
        let group = this.groups.find((one) => one.viewColumn === column);
        if (!group) this.groups.push((group = { viewColumn: column, tabs: [], active: undefined }));
        let tab = group.tabs.find((one) => one.document === document);
        if (!tab) {
            tab = { document, isPreview: preview, selection: undefined, editor: undefined };
            const last = preview ? group.tabs.findIndex(({ isPreview }) => isPreview) : -1;
            if (last >= 0) this.end(...group.tabs.splice(last, 1, tab));
            else group.tabs.push(tab);
        } else if (!preview) tab.isPreview = false;
        this.activate(group, tab);
        if (selection) tab.editor.selection = new Selection(selection.start, selection.end);
        return tab.editor;
    }

    /** A hidden tab loses its editor; it gets another one when it is shown again. */
    activate(group, tab) {
        const old = group.active;
        if (old && old !== tab) this.hide(old);
        group.active = tab;
        this.active = group;
        if (!tab || tab.editor) return;
        tab.editor = new TextEditor(tab.document, group.viewColumn);
        if (tab.selection) tab.editor.selection = tab.selection;
        setImmediate(() => this.editorsChanged.fire(this.visible()));
    }

    hide(tab) {
        if (!tab.editor) return;
        tab.selection = tab.editor.selection;
        tab.editor.isGone = true;
        tab.editor = undefined;
    }

    visible() {
        return this.groups.filter(({ active }) => active).map(({ active }) => active.editor.api);
    }

    close(tab) {
        const group = this.groups.find(({ tabs }) => tabs.includes(tab));
        if (!group) throw new Error("the tab is not there");
        group.tabs.splice(group.tabs.indexOf(tab), 1);
        this.end(tab);
        if (group.active === tab) this.activate(group, group.tabs[group.tabs.length - 1]);
    }

    /** A document that no tab shows is closed. */
    end(tab) {
        this.hide(tab);
        if (this.groups.some(({ tabs }) => tabs.some(({ document }) => document === tab.document))) return;
        tab.document.isClosed = true;
        this.documents.delete(tab.document.uri.toString());
    }

    /** The tabs as the extension sees them. */
    tabGroups() {
        const api = (tab) => strict({ input: new TabInputText(tab.document.uri), isPreview: tab.isPreview, tab }, "Tab", ["input", "isPreview", "tab"]);
        const groupApi = ({ tabs, active }) => strict({ tabs: tabs.map(api), activeTab: active && api(active) }, "TabGroup");
        const close = async ({ tab }) => {
            this.close(tab);
            return true;
        };
        return strict({ all: this.groups.map(groupApi), activeTabGroup: groupApi(this.active), close }, "TabGroups");
    }
}

module.exports = { Workbench };
