"use strict";

const vscode = require("vscode");

const scheme = "tracuu";
const most = 20;

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

/** Articles as read-only documents, with the matches marked. */
class Documents {
    /** @param {import("./client").Client} client */
    constructor(client) {
        this.client = client;
        /** @type {Map<string, {text: string, marks: import("./search").Span[], first: number}>} */
        this.shown = new Map();
        this.decoration = vscode.window.createTextEditorDecorationType({
            backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
        });
    }

    /**
     * The text of a document: title, origin, an empty line, the body.
     * @param {import("vscode").Uri} uri
     * @returns {Promise<string>}
     */
    async provideTextDocumentContent(uri) {
        const key = uri.toString();
        const known = this.shown.get(key);
        if (known) return known.text;
        const article = await this.client.request("article", { id: articleId(uri), query: uri.query });
        const origin = [article.date, article.source, article.author, article.url].filter(Boolean).join("  ");
        const head = `${article.title}\n${origin}\n\n`;
        const body = /** @type {import("./search").Span[]} */ (article.bodyHighlights).map(
            ([start, end]) => /** @type {import("./search").Span} */ ([head.length + start, head.length + end]),
        );
        this.shown.set(key, {
            text: head + article.body,
            marks: [...article.titleHighlights, ...body],
            first: body.length ? body[0][0] : 0,
        });
        if (this.shown.size > most) this.shown.delete([...this.shown.keys()][0]);
        return head + article.body;
    }

    /**
     * Marks the matches in an editor of such a document, and goes to the first one.
     * @param {import("vscode").TextEditor} editor
     */
    reveal(editor) {
        const shown = this.shown.get(editor.document.uri.toString());
        if (!shown) return;
        const at = (/** @type {number} */ offset) => editor.document.positionAt(offset);
        editor.setDecorations(
            this.decoration,
            shown.marks.map(([start, end]) => new vscode.Range(at(start), at(end))),
        );
        const place = at(shown.first);
        editor.selection = new vscode.Selection(place, place);
        editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }

    /** Forgets the texts, which a change of the index may have made old. */
    forget() {
        this.shown.clear();
    }
}

module.exports = { Documents, articleUri, articleId, scheme };
