"use strict";

// A list with a prompt, after QuickPick in src/vscode-dts/vscode.d.ts of microsoft/vscode at commit
// 6ed5c5b25f01f04fba52c4e0580fbccac57c327a, and vscode.proposed.quickPickSortByLabel.d.ts at commit
// 9412f6bcb759e3ef97578f1a4602d7491160f3d1. As in the editor, what is set is shown later, several changes at once, and is told of as an event.

const { EventEmitter, strict } = require("./fake-values");

const events = ["ChangeValue", "ChangeActive", "Accept", "TriggerButton", "TriggerItemButton", "Hide"];
const defaults = {
    value: "", title: undefined, placeholder: undefined, busy: false, ignoreFocusOut: false, matchOnDescription: false, matchOnDetail: false,
    keepScrollPosition: false, items: [], activeItems: [], buttons: [],
};

class QuickPick {
    /**
     * @param {{current?: QuickPick}} screen what is shown now; another list hides it
     * @param {boolean} hasSortByLabel whether the editor has the proposed property
     */
    constructor(screen, hasSortByLabel) {
        this.screen = screen;
        this.emitters = Object.fromEntries(events.map((name) => [name, new EventEmitter()]));
        /** What the extension set, or was told. */
        this.given = { ...defaults, ...(hasSortByLabel ? { sortByLabel: true } : {}) };
        /** What the user sees. */
        this.shown = { ...this.given };
        this.pending = {};
        this.isVisible = this.isDisposed = false;
        /** Called when other entries are shown. */
        this.painted = () => undefined;
        this.api = this.makeApi();
    }

    makeApi() {
        const api = { show: () => this.update({ isVisible: true }), hide: () => this.update({ isVisible: false }), dispose: () => this.dispose() };
        for (const name of Object.keys(this.given)) {
            Object.defineProperty(api, name, {
                enumerable: true,
                get: () => this.given[name],
                set: (value) => {
                    this.given[name] = value;
                    this.update({ [name]: value });
                },
            });
        }
        for (const [name, emitter] of Object.entries(this.emitters)) api[`onDid${name}`] = emitter.event;
        return strict(api, "QuickPick");
    }

    update(changes) {
        if (this.isDisposed) return;
        Object.assign(this.pending, changes);
        if ("isVisible" in this.pending) this.dispatch();
        else if (this.isVisible && !this.timer) this.timer = setTimeout(() => this.dispatch(), 0);
    }

    dispatch() {
        clearTimeout(this.timer);
        this.timer = undefined;
        if (this.isDisposed) return;
        const { isVisible, value, items, activeItems, ...others } = this.pending;
        this.pending = {};
        Object.assign(this.shown, others);
        if (isVisible === true) this.appear();
        if (value !== undefined) this.setValue(value);
        if (items !== undefined) {
            for (const item of items) if (item.alwaysShow !== true) throw new Error(`the editor would filter ${item.label}`);
            this.shown.all = items;
            this.filter();
            if (!activeItems) this.activate(this.shown.items.slice(0, 1));
        }
        if (activeItems !== undefined) this.activate(activeItems.filter((item) => this.shown.items.includes(item)));
        if (items !== undefined) this.painted();
        if (isVisible === false) this.escape();
    }

    appear() {
        const { current } = this.screen;
        if (current && current !== this) current.escape();
        this.screen.current = this;
        this.isVisible = true;
    }

    setValue(value) {
        if (value === this.shown.value) return;
        this.shown.value = value;
        this.filter();
        this.activate(this.shown.items.slice(0, 1));
        this.tell("ChangeValue", value, () => (this.given.value = value));
    }

    /** Entries whose label has the prompt's text come first, unless the extension may ask for its own order. */
    filter() {
        const all = this.shown.all || [];
        const text = this.shown.value.trim().toLowerCase();
        const has = ({ label }) => text !== "" && label.toLowerCase().includes(text);
        const sorts = this.shown.sortByLabel !== false;
        this.shown.items = sorts ? [...all.filter(has), ...all.filter((item) => !has(item))] : [...all];
    }

    activate(items) {
        if (items.length === this.shown.activeItems.length && items.every((item, index) => item === this.shown.activeItems[index])) return;
        this.shown.activeItems = items;
        this.tell("ChangeActive", items, () => (this.given.activeItems = items.filter((item) => this.given.items.includes(item))));
    }

    /** Tells the extension, in another turn, as another process does. */
    tell(name, value, before = () => undefined) {
        setImmediate(() => {
            if (this.isDisposed && name !== "Hide") return;
            before();
            this.emitters[name].fire(value);
        });
    }

    dispose() {
        this.escape();
        this.isDisposed = true;
    }

    // What a user does.

    type(text) {
        if (!this.isVisible) throw new Error("the list is not shown");
        this.setValue(text);
    }

    select(item) {
        this.activate([item]);
    }

    accept() {
        this.tell("Accept", undefined);
    }

    press(button) {
        this.tell("TriggerButton", button);
    }

    pressEntry(item, button) {
        this.tell("TriggerItemButton", { item, button });
    }

    escape() {
        if (!this.isVisible) return;
        this.isVisible = false;
        if (this.screen.current === this) this.screen.current = undefined;
        this.tell("Hide", undefined);
    }
}

module.exports = { QuickPick };
