"use strict";

const { execFileSync } = require("child_process");
const fs = require("fs");
const Module = require("module");
const path = require("path");
const { World } = require("./fake-vscode");
const { Position, Range } = require("./fake-values");

const extensionPath = path.resolve(__dirname, "../../../Sources/Editors/vscode/extension.js");
const archive = process.env.EDITOR_ARCHIVE;
const tracuu = path.join(process.env.TRACUU_PROGRAMS || "", "tracuu");

const pause = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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
        await pause(5);
    }
}

/** Loads the extension with a stand-in in the place of the editor. */
function activate(settings, editor) {
    const world = new World(settings, editor);
    const api = world.api();
    const load = Module._load;
    Module._load = (request, ...rest) => (request === "vscode" ? api : load(request, ...rest));
    const extension = require(extensionPath);
    Module._load = load;
    for (const name of Object.keys(require.cache)) if (name.startsWith(path.dirname(extensionPath))) delete require.cache[name];
    const context = { subscriptions: [] };
    return { world, context, exports: extension.activate(context) };
}

/** Runs a command of tracuu. */
function command(...words) {
    return execFileSync(tracuu, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** The extension in a stand-in of the editor, used as a user does. */
class Driver {
    constructor(settings, editor) {
        this.settings = settings;
        Object.assign(this, activate(settings, editor));
    }

    run(name, ...given) {
        return this.world.commands.get(name)(...given);
    }

    /** What the list shows. */
    get shown() {
        return this.world.pick.shown;
    }

    get prompt() {
        return this.shown.value;
    }

    hits() {
        return this.shown.items.filter(({ hit }) => hit).map(({ hit }) => hit);
    }

    tree() {
        return this.world.trees.get("tracuu.results");
    }

    press(title) {
        const button = this.shown.buttons.find(({ tooltip }) => tooltip === title);
        if (!button) throw new Error(`no button ${title}`);
        this.world.pick.press(button);
    }

    async type(text) {
        const { pick } = this.world;
        if (this.prompt !== "") pick.type("");
        for (let end = 1; end <= text.length; end += 1) {
            pick.type(text.slice(0, end));
            await pause();
        }
        await this.settled();
    }

    /** Waits until what is typed was answered and is shown. */
    settled() {
        const { pick } = this.world;
        return eventually(() => (pick.given.busy || pick.timer ? "still busy" : undefined));
    }

    /** Types what has hits. */
    async typed(text) {
        await this.type(text);
        if (!this.hits().length) throw new Error(`no hits for ${text}: ${this.shown.items.map(({ label }) => label)}`);
    }

    /** A document with the cursor at a place, or a part selected. */
    scratch(content, start, end) {
        const editor = this.world.scratch(content);
        this.world.workbench.show(editor.file, { preview: false, selection: new Range(new Position(0, start), new Position(0, end)) });
        return editor;
    }

    end() {
        for (const subscription of this.context.subscriptions) subscription.dispose();
    }

    /** Another window of the editor. */
    restart(settings, editor) {
        this.end();
        Object.assign(this, { settings }, activate(settings, editor));
    }
}

/** What the archive's file holds is written or deleted. */
const files = {
    write: (name, content) => fs.writeFileSync(path.join(archive, name), content),
    remove: (name) => fs.unlinkSync(path.join(archive, name)),
};

module.exports = { Driver, archive, command, eventually, files, pause };
