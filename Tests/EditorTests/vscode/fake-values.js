"use strict";

// Values of the editor's API, after src/vscode-dts/vscode.d.ts of microsoft/vscode at commit 6ed5c5b25f01f04fba52c4e0580fbccac57c327a.

/**
 * An object for the extension, with these names and no others: it throws where another one is read or set.
 */
function strict(object, what, names = Object.keys(object)) {
    const known = new Set(names);
    const check = (key) => {
        // A promise asks whatever it is fulfilled with whether it is a promise itself.
        if (typeof key === "symbol" || key === "then" || known.has(key)) return;
        throw new TypeError(`the fake has no ${what}.${key}`);
    };
    return new Proxy(object, {
        get(target, key) {
            check(key);
            const value = target[key];
            // Methods work on the object itself; classes stay as they are.
            return typeof value === "function" && value.prototype === undefined ? value.bind(target) : value;
        },
        set(target, key, value) {
            check(key);
            target[key] = value;
            return true;
        },
        has(target, key) {
            return known.has(key);
        },
    });
}

/** Throws where options have a name that the declaration does not have. */
function checkOptions(options, names, what) {
    for (const key of Object.keys(options || {})) if (!names.includes(key)) throw new TypeError(`the fake has no ${what} option ${key}`);
}

class EventEmitter {
    constructor() {
        this.listeners = new Set();
        this.event = (listener) => {
            if (typeof listener !== "function") throw new TypeError("an event needs a function");
            this.listeners.add(listener);
            return { dispose: () => this.listeners.delete(listener) };
        };
    }

    fire(value) {
        for (const listener of [...this.listeners]) listener(value);
    }

    dispose() {
        this.listeners.clear();
    }
}

class Uri {
    constructor(scheme, path, query, fragment) {
        Object.assign(this, { scheme, path, query, fragment });
        Object.freeze(this);
    }

    static file(path) {
        return new Uri("file", path, "", "");
    }

    static from(parts) {
        checkOptions(parts, ["scheme", "authority", "path", "query", "fragment"], "Uri.from");
        const { scheme, path = "", query = "", fragment = "" } = parts;
        return new Uri(scheme, path, query, fragment);
    }

    get fsPath() {
        return this.path;
    }

    toString() {
        const parts = [this.query && `?${encodeURIComponent(this.query)}`, this.fragment && `#${encodeURIComponent(this.fragment)}`];
        return `${this.scheme}:${encodeURIComponent(this.path)}${parts.join("")}`;
    }
}

class Position {
    constructor(line, character) {
        if (!(line >= 0 && character >= 0)) throw new Error(`no position: ${line}:${character}`);
        Object.assign(this, { line, character });
        Object.freeze(this);
    }
}

class Range {
    constructor(start, end) {
        if (!(start instanceof Position && end instanceof Position)) throw new TypeError("a range needs two positions");
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

class ThemeIcon {
    constructor(id) {
        this.id = id;
    }
}

class ThemeColor extends ThemeIcon {}

class MarkdownString {
    constructor() {
        this.value = "";
    }

    appendText(text) {
        this.value += text.replace(/[\\`*_{}[\]()#+\-!~]/g, "\\$&");
        return this;
    }

    appendMarkdown(text) {
        this.value += text;
        return this;
    }
}

class DocumentLink {
    constructor(range, target) {
        Object.assign(this, { range, target });
    }
}

class TabInputText {
    constructor(uri) {
        this.uri = uri;
    }
}

class TreeItem {
    constructor(label) {
        this.label = label;
        const names = ["label", "description", "tooltip", "contextValue", "iconPath", "command"];
        return strict(this, "TreeItem", names);
    }
}

const classes = { EventEmitter, Uri, Position, Range, Selection, ThemeIcon, ThemeColor, MarkdownString, DocumentLink, TabInputText, TreeItem };
module.exports = { strict, checkOptions, classes, ...classes };
