"use strict";

/** A list with a prompt; what the extension sets is told of as in the editor. */
class QuickPick {
    constructor(EventEmitter) {
        this.events = Object.fromEntries(
            ["ChangeValue", "ChangeActive", "Accept", "TriggerButton", "TriggerItemButton", "Hide"].map((name) => [
                name,
                new EventEmitter(),
            ]),
        );
        for (const [name, emitter] of Object.entries(this.events)) this[`onDid${name}`] = emitter.event;
        Object.assign(this, { text: "", entries: [], active: [], isVisible: false, isDisposed: false, buttons: [] });
        Object.assign(this, { title: undefined, placeholder: undefined, busy: false, ignoreFocusOut: false });
        Object.assign(this, { matchOnDescription: true, matchOnDetail: true, keepScrollPosition: false });
    }

    get value() {
        return this.text;
    }

    set value(text) {
        if (text === this.text) return;
        this.text = text;
        this.events.ChangeValue.fire(text);
    }

    get items() {
        return this.entries;
    }

    set items(items) {
        for (const item of items) if (item.alwaysShow !== true) throw new Error(`the editor would filter ${item.label}`);
        this.entries = items;
        this.activeItems = items.slice(0, 1);
    }

    get activeItems() {
        return this.active;
    }

    set activeItems(items) {
        this.active = items;
        this.events.ChangeActive.fire(items);
    }

    show() {
        this.isVisible = true;
    }

    hide() {
        if (!this.isVisible) return;
        this.isVisible = false;
        this.events.Hide.fire(undefined);
    }

    dispose() {
        this.isVisible = false;
        this.isDisposed = true;
    }
}

module.exports = { QuickPick };
