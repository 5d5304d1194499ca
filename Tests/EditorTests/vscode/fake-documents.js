"use strict";

class Position {
    constructor(line, character) {
        if (!(line >= 0 && character >= 0)) throw new Error(`no position: ${line}:${character}`);
        Object.assign(this, { line, character });
    }
}

class Range {
    constructor(start, end) {
        Object.assign(this, { start, end });
    }

    get isEmpty() {
        return this.start.line === this.end.line && this.start.character === this.end.character;
    }
}

class Selection extends Range {
    get active() {
        return this.end;
    }
}

class Document {
    constructor(uri, text, isReadOnly = false) {
        Object.assign(this, { uri, text, isReadOnly });
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
    constructor(document) {
        this.document = document;
        this.selection = new Selection(new Position(0, 0), new Position(0, 0));
        this.decorated = [];
    }

    async edit(body) {
        const { document } = this;
        if (document.isReadOnly) return false;
        body({
            insert(place, text) {
                const offset = document.offsetAt(place);
                document.text = document.text.slice(0, offset) + text + document.text.slice(offset);
            },
        });
        return true;
    }

    setDecorations(type, ranges) {
        this.decorated = ranges.map((range) => this.document.getText(range));
    }

    revealRange() {}
}

module.exports = { Document, Position, Range, Selection, TextEditor };
