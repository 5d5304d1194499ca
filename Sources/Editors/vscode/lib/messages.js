"use strict";

const vscode = require("vscode");
const { codes } = require("./client");

/**
 * An error as one line for people.
 * @param {unknown} error
 * @returns {string}
 */
function line(error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.startsWith("tracuu: ") ? text : `tracuu: ${text}`;
}

/**
 * Shows an error as one line. What was cancelled is no error.
 * @param {unknown} error
 */
function show(error) {
    if (error && /** @type {{code?: number}} */ (error).code === codes.cancelled) return;
    void vscode.window.showErrorMessage(line(error));
}

/** @param {string} text */
function inform(text) {
    void vscode.window.showInformationMessage(`tracuu: ${text}`);
}

/** @param {string} text */
function warn(text) {
    void vscode.window.showWarningMessage(`tracuu: ${text}`);
}

module.exports = { line, show, inform, warn };
