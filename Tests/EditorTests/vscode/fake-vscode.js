"use strict";

// A stand-in of the editor's API for tests, after src/vscode-dts/vscode.d.ts of microsoft/vscode at commit
// 6ed5c5b25f01f04fba52c4e0580fbccac57c327a. It throws on every name that it lacks.

const { Document } = require("./fake-documents");
const { QuickPick } = require("./fake-quick-pick");
const { checkOptions, classes, EventEmitter, strict, Uri } = require("./fake-values");
const { Workbench } = require("./fake-workbench");

/** What the tests look at and decide: messages, menus, documents, settings. */
class World {
    /**
     * @param {{[name: string]: any}} settings
     * @param {{hasSortByLabel?: boolean}} [editor] what this editor has
     */
    constructor(settings, { hasSortByLabel = true } = {}) {
        this.settings = settings;
        this.hasSortByLabel = hasSortByLabel;
        this.workbench = new Workbench();
        this.messages = [];
        this.commands = new Map();
        this.context = new Map();
        this.trees = new Map();
        this.linkProviders = new Map();
        this.screen = {};
        /** @type {QuickPick | undefined} the list that was made last */
        this.pick = undefined;
        this.clipboard = "";
        this.progress = [];
        this.folders = undefined;
        /** The menus and prompts that were shown, and who answers: gets the entries, gives the one that is taken. */
        this.menus = [];
        this.choose = () => undefined;
        /** Called with the function that cancels what runs with progress. */
        this.progressing = () => undefined;
    }

    get editor() {
        return this.workbench.editor;
    }

    /** An untitled document in an editor, as the user makes it. */
    scratch(text) {
        const document = new Document(Uri.from({ scheme: "untitled", path: `/${Math.random()}` }), text);
        this.workbench.documents.set(document.uri.toString(), document);
        return this.workbench.show(document, { preview: false });
    }

    async ask(items, options, names, what) {
        checkOptions(options, names, what);
        if (this.screen.current) this.screen.current.escape();
        this.menus.push({ items, options });
        await new Promise((resolve) => setImmediate(resolve));
        return this.choose(items, options);
    }

    windowApi() {
        const world = this;
        const { workbench } = this;
        const say = async (message) => {
            if (typeof message !== "string" || message.includes("\n")) throw new Error(`no single line: ${message}`);
            world.messages.push(message);
            return undefined;
        };
        return {
            get activeTextEditor() {
                return workbench.editor && workbench.editor.api;
            },
            get tabGroups() {
                return workbench.tabGroups();
            },
            onDidChangeVisibleTextEditors: workbench.editorsChanged.event,
            createQuickPick() {
                world.pick = new QuickPick(world.screen, world.hasSortByLabel);
                return world.pick.api;
            },
            showQuickPick: (items, options) => world.ask(items, options, ["placeHolder"], "showQuickPick"),
            showInputBox: (options) => world.ask(undefined, options, ["prompt", "placeHolder", "value"], "showInputBox"),
            showOpenDialog: (options) =>
                world.ask(undefined, options, ["canSelectFiles", "canSelectFolders", "canSelectMany", "openLabel"], "showOpenDialog"),
            showErrorMessage: say,
            showWarningMessage: say,
            showInformationMessage: say,
            showTextDocument: async (document, options) => {
                const file = [...workbench.documents.values()].find(({ api }) => api === document);
                if (!file) throw new Error("the document is closed");
                return workbench.show(file, options).api;
            },
            createTextEditorDecorationType: (options) => {
                checkOptions(options, ["backgroundColor"], "createTextEditorDecorationType");
                return strict({ key: "match", dispose() {} }, "TextEditorDecorationType");
            },
            createTreeView(id, options) {
                checkOptions(options, ["treeDataProvider"], "createTreeView");
                const view = { title: undefined, message: undefined, provider: options.treeDataProvider, revealed: undefined };
                view.reveal = async (element, how) => {
                    checkOptions(how, ["select", "focus"], "TreeView.reveal");
                    if (view.provider.getParent(element) !== undefined) throw new Error("every entry stands at the top");
                    view.revealed = element;
                };
                view.dispose = () => undefined;
                world.trees.set(id, view);
                return strict(view, "TreeView", ["title", "message", "reveal", "dispose"]);
            },
            async withProgress(options, task) {
                checkOptions(options, ["location", "title", "cancellable"], "withProgress");
                const cancelled = new EventEmitter();
                const token = strict({ onCancellationRequested: cancelled.event }, "CancellationToken");
                const running = task(strict({ report: (value) => world.progress.push(value) }, "Progress"), token);
                world.progressing(() => cancelled.fire(undefined));
                return running;
            },
        };
    }

    workspaceApi() {
        const world = this;
        const { workbench, settings } = this;
        return {
            get workspaceFolders() {
                return world.folders;
            },
            onDidChangeTextDocument: workbench.documentChanged.event,
            getConfiguration: (section) =>
                strict({ get: (name, otherwise) => (`${section}.${name}` in settings ? settings[`${section}.${name}`] : otherwise) }, "configuration"),
            openTextDocument: async (uri) => (await workbench.open(uri)).api,
            registerTextDocumentContentProvider: (scheme, provider) => workbench.register(scheme, provider),
        };
    }

    commandsApi() {
        return {
            registerCommand: (name, body) => {
                if (this.commands.has(name)) throw new Error(`the command ${name} is there already`);
                this.commands.set(name, body);
                return { dispose: () => this.commands.delete(name) };
            },
            executeCommand: async (name, ...given) => {
                if (name === "setContext") return void this.context.set(...given);
                const view = name.replace(/\.focus$/, "");
                if (this.trees.has(view)) return void (this.focused = view);
                if (!this.commands.has(name)) throw new Error(`no command ${name}`);
                return this.commands.get(name)(...given);
            },
        };
    }

    api() {
        const registerDocumentLinkProvider = ({ scheme }, provider) => {
            this.linkProviders.set(scheme, provider);
            return { dispose: () => this.linkProviders.delete(scheme) };
        };
        const writeText = async (text) => void (this.clipboard = text);
        const spaces = {
            window: strict(this.windowApi(), "window"),
            workspace: strict(this.workspaceApi(), "workspace"),
            commands: strict(this.commandsApi(), "commands"),
            languages: strict({ registerDocumentLinkProvider }, "languages"),
            env: strict({ clipboard: strict({ writeText }, "clipboard") }, "env"),
            ViewColumn: strict({ Beside: -2 }, "ViewColumn"),
            TextEditorRevealType: strict({ InCenterIfOutsideViewport: 2 }, "TextEditorRevealType"),
            ProgressLocation: strict({ Notification: 15 }, "ProgressLocation"),
        };
        return strict({ ...spaces, ...classes }, "vscode");
    }
}

module.exports = { World };
