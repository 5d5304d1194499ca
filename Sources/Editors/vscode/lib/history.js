"use strict";

const fs = require("fs");
const os = require("os");
const path = require("path");

const kept = 1000;

/** The queries that were asked, one a line, the newest last; all editors share the file. */
class History {
    /** @param {() => string} file tells the file that the user wants, or nothing */
    constructor(file) {
        this.file = file;
    }

    /** @returns {string} */
    path() {
        const state = process.env.XDG_STATE_HOME;
        const folder = state && path.isAbsolute(state) ? state : path.join(os.homedir(), ".local", "state");
        return this.file() || path.join(folder, "tracuu", "history");
    }

    /**
     * The queries, the newest first, each once.
     * @returns {string[]}
     */
    queries() {
        return [...new Set(this.lines().reverse())].slice(0, kept);
    }

    /** @returns {string[]} */
    lines() {
        try {
            return fs.readFileSync(this.path(), "utf8").split("\n").filter((line) => line.length > 0);
        } catch {
            return [];
        }
    }

    /**
     * Adds a query behind the others. A history that cannot be written is done without.
     * @param {string} query
     */
    add(query) {
        const line = query.replace(/\s+/g, " ").trim();
        const lines = this.lines();
        if (!line || lines[lines.length - 1] === line) return;
        const file = this.path();
        try {
            fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
            fs.appendFileSync(file, `${line}\n`, { mode: 0o600 });
            if (lines.length >= 2 * kept) {
                const next = `${file}.${process.pid}`;
                fs.writeFileSync(next, `${[...lines, line].slice(-kept).join("\n")}\n`, { mode: 0o600 });
                fs.renameSync(next, file);
            }
        } catch {
            return;
        }
    }
}

module.exports = { History };
