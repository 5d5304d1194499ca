"use strict";

const vscode = require("vscode");
const { withPlainLines } = require("./text");

/** @typedef {import("./search").Span} Span */

const scheme = "tracuu";
/** How many articles are kept. */
const most = 20;
/** How long to wait for the editor to show an article's new text. */
const patience = 1000;

/**
 * The address of an article's read-only document; the query's words are marked in it.
 * @param {string} id
 * @param {string} query
 * @returns {import("vscode").Uri}
 */
function articleUri(id, query) {
    return vscode.Uri.from({ scheme, path: `/${encodeURIComponent(id)}`, query });
}

/**
 * The id in the address of an article's document.
 * @param {import("vscode").Uri} uri
 * @returns {string | undefined}
 */
function articleId(uri) {
    return uri.scheme === scheme ? decodeURIComponent(uri.path.slice(1)) : undefined;
}

/**
 * An article as the text of a document: title, origin, an empty line, the body.
 * @param {any} article
 * @returns {{text: string, marks: Span[], first: number}} with the matches, and the place of the first one in the body
 */
function written(article) {
    const title = article.title.replace(/[\r\n\u2028\u2029]/g, " ");
    const origin = [article.date, article.source, article.author, article.url].filter(Boolean).join("  ");
    const head = `${title}\n${origin}\n\n`;
    const { text, spans } = withPlainLines(article.body || "", article.bodyHighlights || []);
    const marks = spans.map(([start, end]) => /** @type {Span} */ ([head.length + start, head.length + end]));
    return { text: head + text, marks: [...(article.titleHighlights || []), ...marks], first: marks.length ? marks[0][0] : 0 };
}

/** Articles as read-only documents, with the matches marked. */
class Documents {
    /** @param {import("./client").Client} client */
    constructor(client) {
        this.client = client;
        /** @type {Map<string, Promise<{text: string, marks: Span[], first: number}>>} */
        this.loaded = new Map();
        /** @type {import("vscode").EventEmitter<import("vscode").Uri>} */
        this.changed = new vscode.EventEmitter();
        this.onDidChange = this.changed.event;
        this.decoration = vscode.window.createTextEditorDecorationType({
            backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
        });
        this.subscriptions = [
            this.changed,
            this.decoration,
            // An editor that was hidden comes back without its marks.
            vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => void this.markAgain(editor))),
        ];
    }

    /**
     * @param {import("vscode").Uri} uri
     * @returns {Promise<{text: string, marks: Span[], first: number}>}
     */
    load(uri) {
        const key = uri.toString();
        const known = this.loaded.get(key);
        if (known) return known;
        const loading = this.client.request("article", { id: articleId(uri), query: uri.query }).then(written);
        this.loaded.set(key, loading);
        if (this.loaded.size > most) this.loaded.delete([...this.loaded.keys()][0]);
        loading.catch(() => this.loaded.get(key) === loading && this.loaded.delete(key));
        return loading;
    }

    /**
     * @param {import("vscode").Uri} uri
     * @returns {Promise<string>}
     */
    async provideTextDocumentContent(uri) {
        return (await this.load(uri)).text;
    }

    /**
     * Shows an article with its matches marked, at the first one.
     * @param {import("vscode").Uri} uri
     * @param {import("vscode").TextDocumentShowOptions} options
     * @returns {Promise<import("vscode").TextEditor>}
     */
    async show(uri, options) {
        const shown = await this.load(uri);
        const document = await vscode.workspace.openTextDocument(uri);
        // The editor keeps the text of an open document, which may be older than the index.
        if (document.getText() !== shown.text) await this.renew(document);
        const editor = await vscode.window.showTextDocument(document, options);
        this.mark(editor, shown.marks);
        const place = document.positionAt(shown.first);
        editor.selection = new vscode.Selection(place, place);
        editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
        return editor;
    }

    /**
     * @param {import("vscode").TextEditor} editor
     * @param {Span[]} marks
     */
    mark(editor, marks) {
        const at = (/** @type {number} */ place) => editor.document.positionAt(place);
        editor.setDecorations(
            this.decoration,
            marks.map(([start, end]) => new vscode.Range(at(start), at(end))),
        );
    }

    /** @param {import("vscode").TextEditor} editor */
    async markAgain(editor) {
        if (editor.document.uri.scheme !== scheme) return;
        const shown = await this.load(editor.document.uri).catch(() => undefined);
        if (shown && editor.document.getText() === shown.text) this.mark(editor, shown.marks);
    }

    /**
     * Has the editor ask for a document's text again, and waits for it.
     * @param {import("vscode").TextDocument} document
     * @returns {Promise<void>}
     */
    renew(document) {
        return new Promise((resolve) => {
            const timer = setTimeout(() => done(), patience);
            const changes = vscode.workspace.onDidChangeTextDocument((change) => {
                if (change.document === document) done();
            });
            const done = () => {
                clearTimeout(timer);
                changes.dispose();
                resolve();
            };
            this.changed.fire(document.uri);
        });
    }

    /** Forgets the texts, which a change of the index may have made old. */
    forget() {
        this.loaded.clear();
    }
}

module.exports = { Documents, articleUri, articleId, scheme };
