"use strict";

// Documents and editors, after src/vscode-dts/vscode.d.ts of microsoft/vscode at commit 6ed5c5b25f01f04fba52c4e0580fbccac57c327a.

const { Position, Range, Selection, strict } = require("./fake-values");

class Document {
    constructor(uri, text, isReadOnly = false) {
        Object.assign(this, { uri, isReadOnly, isClosed: false });
        this.setText(text);
        this.api = strict(this, "TextDocument", ["uri", "isClosed", "getText", "getWordRangeAtPosition", "positionAt", "offsetAt"]);
    }

    /** The editor makes the ends of all lines alike. */
    setText(text) {
        this.text = text.replace(/\r\n|\r/g, "\n");
    }

    positionAt(offset) {
        const lines = this.text.slice(0, offset).split("\n");
        return new Position(lines.length - 1, lines[lines.length - 1].length);
    }

    offsetAt({ line, character }) {
        const lines = this.text.split("\n");
        if (line >= lines.length || character > lines[line].length) throw new Error(`no place in the text: ${line}:${character}`);
        return lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    }

    getText(range) {
        return range ? this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.text;
    }

    getWordRangeAtPosition(position, pattern) {
        const line = this.text.split("\n")[position.line];
        for (const match of line.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
            const end = match.index + match[0].length;
            if (match.index <= position.character && position.character <= end) {
                return new Range(new Position(position.line, match.index), new Position(position.line, end));
            }
        }
        return undefined;
    }
}

class TextEditor {
    constructor(document, viewColumn) {
        Object.assign(this, { file: document, document: document.api, viewColumn, decorated: [], isGone: false });
        this.selection = new Selection(new Position(0, 0), new Position(0, 0));
        this.api = strict(this, "TextEditor", ["document", "viewColumn", "selection", "edit", "setDecorations", "revealRange"]);
    }

    async edit(body) {
        const { file } = this;
        if (file.isReadOnly) return false;
        const insert = (place, text) => {
            const offset = file.offsetAt(place);
            file.text = file.text.slice(0, offset) + text + file.text.slice(offset);
        };
        body(strict({ insert }, "TextEditorEdit"));
        return true;
    }

    setDecorations(type, ranges) {
        if (this.isGone) throw new Error("the editor is not shown any more");
        this.decorated = ranges.map((range) => this.document.getText(range));
    }

    revealRange(range) {
        this.revealed = range;
    }
}

module.exports = { Document, TextEditor };
