"use strict";

const { execFileSync } = require("child_process");
const fs = require("fs");
const Module = require("module");
const path = require("path");
const { World } = require("./fake-vscode");
const { Position, Selection } = require("./fake-documents");

const extensionPath = path.resolve(__dirname, "../../../Sources/Editors/vscode/extension.js");
const archive = process.env.EDITOR_ARCHIVE;
const tracuu = path.join(process.env.TRACUU_PROGRAMS || "", "tracuu");

/** Waits until a check holds; gives what it says last where it never does. */
async function eventually(check, milliseconds = 10_000) {
    const end = Date.now() + milliseconds;
    for (;;) {
        let problem;
        try {
            problem = check();
        } catch (error) {
            problem = error.message;
        }
        if (problem === undefined || Date.now() > end) return problem;
        await new Promise((resolve) => setTimeout(resolve, 5));
    }
}

/** Loads the extension with a stand-in in the place of the editor. */
function activate(settings) {
    const world = new World(settings);
    const api = world.api();
    const load = Module._load;
    Module._load = (request, ...rest) => (request === "vscode" ? api : load(request, ...rest));
    const extension = require(extensionPath);
    Module._load = load;
    for (const name of Object.keys(require.cache)) if (name.startsWith(path.dirname(extensionPath))) delete require.cache[name];
    const context = { subscriptions: [] };
    return { world, extension, context, exports: extension.activate(context) };
}

/** Carries out the steps of the scenario. */
class Driver {
    constructor(pageSize) {
        this.settings = { "tracuu.pageSize": pageSize };
        Object.assign(this, activate(this.settings));
    }

    run(command, ...given) {
        return this.world.commands.get(command)(...given);
    }

    hits() {
        return this.world.pick.items.filter(({ hit }) => hit).map(({ hit }) => hit);
    }

    tree() {
        return this.world.trees.get("tracuu.results");
    }

    async press(tooltip) {
        const button = this.world.pick.buttons.find((one) => one.tooltip.startsWith(tooltip));
        if (!button) throw new Error(`no button ${tooltip}`);
        this.world.pick.events.TriggerButton.fire(button);
    }

    async type(text) {
        const { pick } = this.world;
        pick.value = "";
        for (let end = 1; end <= text.length; end += 1) {
            pick.value = text.slice(0, end);
            await new Promise((resolve) => setImmediate(resolve));
        }
    }

    async narrow(field, value) {
        const before = this.world.pick.value;
        this.world.choose = (items) => items.find(({ label }) => label === (value === undefined ? "Any" : value));
        await this.press(`Narrow by ${field[0].toUpperCase()}${field.slice(1)}`);
        return eventually(() => (this.world.pick.value === before ? "the query stayed" : undefined));
    }

    async menu(field) {
        this.labels = undefined;
        this.world.choose = (items) => {
            this.labels = items.filter(({ value }) => value !== undefined).map(({ label }) => label);
            return undefined;
        };
        await this.press(`Narrow by ${field[0].toUpperCase()}${field.slice(1)}`);
        return eventually(() => (this.labels === undefined ? "no menu" : undefined));
    }

    async sort(order) {
        for (let tries = 0; tries < 3; tries += 1) {
            await this.press("Order");
            const shown = order === "relevance" ? /^[^·]*( · \d+ new)?$/ : new RegExp(`${order} first`);
            if ((await eventually(() => (shown.test(this.world.pick.title) ? undefined : this.world.pick.title), 300)) === undefined) return;
        }
    }

    async scratch(content, start, end) {
        const vscode = this.world.api();
        const document = await vscode.workspace.openTextDocument({ content });
        const editor = await vscode.window.showTextDocument(document);
        editor.selection = new Selection(new Position(0, start), new Position(0, end));
    }

    async cite(id, format) {
        await this.scratch("", 0, 0);
        this.exports.setCitation(format === "function" ? (article) => `${article.id}: ${article.title}` : undefined);
        if (format !== "function") this.settings["tracuu.citationFormat"] = format;
        await this.run("tracuu.cite", id);
    }

    command(...words) {
        return execFileSync(tracuu, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    }

    async step(step) {
        const { world } = this;
        world.messages.length = 0;
        switch (step.do) {
            case "open": return this.run("tracuu.search");
            case "type": return this.type(step.text);
            case "nextPage": {
                const items = world.pick.items.filter(({ hit }) => hit);
                world.pick.activeItems = items.slice(-1);
                return undefined;
            }
            case "narrow": return this.narrow(step.field, step.value);
            case "menu": return this.menu(step.field);
            case "sort": return this.sort(step.order);
            case "acceptSuggestion": return this.press("Take the suggestion");
            case "accept": return world.pick.events.Accept.fire(undefined);
            case "cancel": return world.pick.hide();
            case "resume": return this.run("tracuu.resume");
            case "similar": return this.run("tracuu.similar", step.id);
            case "timeline": return this.run("tracuu.timeline", step.query);
            case "list": {
                await this.run("tracuu.list", step.query);
                const { provider } = this.tree();
                const { command } = provider.getTreeItem(provider.getChildren()[0]);
                return this.run(command.command, ...command.arguments);
            }
            case "word": {
                const start = step.buffer.indexOf(step.at);
                await this.scratch(step.buffer, start, start);
                return this.run("tracuu.searchSelection");
            }
            case "selection": {
                const start = step.buffer.indexOf(step.text);
                await this.scratch(step.buffer, start, start + step.text.length);
                return this.run("tracuu.searchSelection");
            }
            case "cite": return this.cite(step.id, step.format);
            case "write": return fs.writeFileSync(path.join(archive, step.path), step.content);
            case "removeFile": return fs.unlinkSync(path.join(archive, step.path));
            case "index": return this.run("tracuu.index", path.join(archive, step.path));
            case "indexOutside": return this.command("index", "--quiet", path.join(archive, step.path));
            case "killDaemon": return process.kill(JSON.parse(this.command("status", "--json")).process, "SIGKILL");
            case "stopDaemon": return this.command("daemon", "stop", "--quiet");
            case "withoutProgram": {
                this.extension.deactivate();
                Object.assign(this, activate(Object.assign(this.settings, { "tracuu.program": "/nonexistent/tracuu" })));
                return this.run("tracuu.list", step.query);
            }
            default: throw new Error(`no step ${step.do}`);
        }
    }
}

module.exports = { Driver, eventually, archive, tracuu };
