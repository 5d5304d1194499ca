"use strict";

const vscode = require("vscode");
const { articles } = require("./text");

const timelineScheme = "tracuu-timeline";
const width = 40;
/** How many lines stand above the first bar. */
const headLines = 2;

/**
 * A bar for each bucket.
 * @param {string} query
 * @param {{buckets: {value: string, count: number}[], undated: number, total: import("./search").Total}} result
 * @returns {string}
 */
function chart(query, { buckets, undated, total }) {
    const most = Math.max(1, ...buckets.map(({ count }) => count));
    const head = `${query}: ${articles(total)}${undated ? `, ${undated} without a date` : ""}`;
    const bars = buckets.map(({ value, count }) => {
        const bar = "█".repeat(count ? Math.max(1, Math.round((width * count) / most)) : 0);
        return `${value.padEnd(10)} ${bar.padEnd(width)} ${count}`;
    });
    return `${[head, "", ...bars].join("\n")}\n`;
}

/** Timelines as read-only documents; a click on a date searches there. */
class Timelines {
    /** @param {import("./client").Client} client */
    constructor(client) {
        this.client = client;
    }

    /**
     * @param {import("vscode").Uri} uri
     * @returns {Promise<string>}
     */
    async provideTextDocumentContent(uri) {
        const query = uri.query;
        return chart(query, await this.client.request("timeline", { query }));
    }

    /**
     * @param {import("vscode").TextDocument} document
     * @returns {import("vscode").DocumentLink[]}
     */
    provideDocumentLinks(document) {
        const lines = document.getText().split("\n").slice(headLines, -1);
        return lines.map((text, number) => {
            const [value] = text.split(" ", 1);
            const start = new vscode.Position(headLines + number, 0);
            const end = new vscode.Position(headLines + number, value.length);
            const words = JSON.stringify([document.uri.query, value]);
            const target = vscode.Uri.from({ scheme: "command", path: "tracuu.searchDate", query: words });
            return new vscode.DocumentLink(new vscode.Range(start, end), target);
        });
    }

    /**
     * @param {string} query
     * @returns {Promise<import("vscode").TextEditor>}
     */
    async show(query) {
        // An open document would keep its old text: the number makes each timeline a new one.
        const uri = vscode.Uri.from({ scheme: timelineScheme, path: "/timeline", query, fragment: `${Date.now()}` });
        return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    }
}

module.exports = { Timelines, timelineScheme };
