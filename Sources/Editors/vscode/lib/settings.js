"use strict";

const vscode = require("vscode");

/**
 * The value of a setting under `tracuu.`; package.json has the defaults.
 * @template Value
 * @param {string} name
 * @param {Value} otherwise
 * @returns {Value}
 */
function setting(name, otherwise) {
    return vscode.workspace.getConfiguration("tracuu").get(name, otherwise);
}

/**
 * Where the daemon is.
 * @returns {import("./daemon").Place}
 */
function place() {
    return {
        program: setting("program", "tracuu"),
        socket: setting("socket", ""),
        index: setting("index", ""),
        config: setting("config", ""),
    };
}

module.exports = { setting, place };
