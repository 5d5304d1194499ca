"use strict";

// A stand-in of the editor's API for tests, after src/vscode-dts/vscode.d.ts of microsoft/vscode at commit
// 6ed5c5b25f01f04fba52c4e0580fbccac57c327a. It throws on every name that it lacks.

const fs = require("fs");
const { Document, Position, Range, Selection, TextEditor } = require("./fake-documents");
const { QuickPick } = require("./fake-quick-pick");

/** An object that throws where a name is asked for that it does not have. */
function strict(object, name) {
    return new Proxy(object, {
        get(target, key) {
            // A promise asks whatever it is fulfilled with whether it is a promise itself.
            if (typeof key === "symbol" || key === "then" || key in target) return target[key];
            throw new Error(`the fake has no ${name}.${String(key)}`);
        },
    });
}

class EventEmitter {
    constructor() {
        this.listeners = new Set();
        this.event = (listener) => {
            this.listeners.add(listener);
            return { dispose: () => this.listeners.delete(listener) };
        };
    }

    fire(value) {
        for (const listener of [...this.listeners]) listener(value);
    }
}

class Uri {
    constructor(scheme, path, query) {
        Object.assign(this, { scheme, path, query });
    }

    static file(path) {
        return new Uri("file", path, "");
    }

    static from({ scheme, path = "", query = "" }) {
        return new Uri(scheme, path, query);
    }

    get fsPath() {
        return this.path;
    }

    toString() {
        return `${this.scheme}:${encodeURI(this.path)}?${encodeURIComponent(this.query)}`;
    }
}

class ThemeIcon {
    constructor(id) {
        this.id = id;
    }
}

class ThemeColor extends ThemeIcon {}

class TreeItem {
    constructor(label) {
        this.label = label;
    }
}

/** What the tests look at and decide: messages, menus, documents, settings. */
class World {
    constructor(settings) {
        this.settings = settings;
        this.messages = [];
        this.commands = new Map();
        this.providers = new Map();
        this.trees = new Map();
        this.pick = undefined;
        this.activeEditor = undefined;
        this.clipboard = "";
        this.progress = [];
        /** Chooses in menus: gets the items, gives the one that is taken. */
        this.choose = () => undefined;
    }

    api() {
        const world = this;
        const say = (message) => {
            world.messages.push(message);
            return Promise.resolve(undefined);
        };
        const window = {
            get activeTextEditor() {
                return world.activeEditor;
            },
            createQuickPick() {
                world.pick = new QuickPick(EventEmitter);
                return strict(world.pick, "QuickPick");
            },
            showQuickPick: async (items) => {
                if (world.pick) world.pick.hide();
                return world.choose(items);
            },
            showInputBox: async (options) => world.choose([options]),
            showOpenDialog: async (options) => world.choose([options]),
            showErrorMessage: say,
            showWarningMessage: say,
            showInformationMessage: say,
            async showTextDocument(document, options = {}) {
                const editor = new TextEditor(document);
                if (options.selection) editor.selection = new Selection(options.selection.start, options.selection.end);
                world.activeEditor = strict(editor, "TextEditor");
                return world.activeEditor;
            },
            createTextEditorDecorationType: () => ({ key: "match", dispose() {} }),
            createTreeView(id, { treeDataProvider }) {
                const view = { title: undefined, message: undefined, visible: true, provider: treeDataProvider, dispose() {} };
                world.trees.set(id, view);
                return view;
            },
            async withProgress(options, task) {
                const cancelled = new EventEmitter();
                const progress = { report: (value) => world.progress.push(value) };
                return task(progress, strict({ onCancellationRequested: cancelled.event }, "CancellationToken"));
            },
        };
        const workspace = {
            getConfiguration: (section) => ({
                get: (name, otherwise) => (`${section}.${name}` in world.settings ? world.settings[`${section}.${name}`] : otherwise),
            }),
            async openTextDocument(what) {
                if (!(what instanceof Uri)) return strict(new Document(Uri.from({ scheme: "untitled" }), what.content), "TextDocument");
                const text =
                    what.scheme === "file"
                        ? fs.readFileSync(what.path, "utf8")
                        : await world.providers.get(what.scheme).provideTextDocumentContent(what);
                return strict(new Document(what, text, what.scheme !== "file"), "TextDocument");
            },
            registerTextDocumentContentProvider(scheme, provider) {
                world.providers.set(scheme, provider);
                return { dispose() {} };
            },
        };
        const commands = {
            registerCommand(name, body) {
                world.commands.set(name, body);
                return { dispose() {} };
            },
            async executeCommand(name, ...given) {
                if (/^tracuu\.results\.focus$/.test(name)) return undefined;
                return world.commands.get(name)(...given);
            },
        };
        return strict(
            {
                window: strict(window, "window"),
                workspace: strict(workspace, "workspace"),
                commands: strict(commands, "commands"),
                env: strict({ clipboard: { writeText: async (text) => void (world.clipboard = text) } }, "env"),
                Uri: strict(Uri, "Uri"),
                Position,
                Range,
                Selection,
                ThemeIcon,
                ThemeColor,
                TreeItem,
                EventEmitter,
                ViewColumn: strict({ Beside: -2 }, "ViewColumn"),
                TextEditorRevealType: strict({ InCenterIfOutsideViewport: 2 }, "TextEditorRevealType"),
                ProgressLocation: strict({ Notification: 15 }, "ProgressLocation"),
            },
            "vscode",
        );
    }
}

module.exports = { World };
