"use strict";

const { execFile } = require("child_process");
const os = require("os");
const path = require("path");

/**
 * Where the daemon and its index are; empty where the user says nothing.
 * @typedef {{program: string, socket: string, index: string, config: string}} Place
 */

/**
 * The socket to try first.
 * @param {Place} place
 * @returns {string}
 */
function socketPath(place) {
    const folder = process.env.XDG_RUNTIME_DIR;
    return (
        place.socket ||
        process.env.TRACUU_SOCKET ||
        (folder ? path.join(folder, "tracuu.sock") : `/tmp/tracuu-${os.userInfo().uid}/tracuu.sock`)
    );
}

/**
 * Starts the daemon where none runs.
 * @param {Place} place
 * @returns {Promise<string>} the socket that it serves, which the configuration file may name
 * @throws {Error} in one line for people
 */
function start(place) {
    const options = ["socket", "index", "config"].flatMap((name) => {
        const value = place[/** @type {"socket" | "index" | "config"} */ (name)];
        return value ? [`--${name}`, value] : [];
    });
    return new Promise((resolve, reject) => {
        execFile(place.program, ["daemon", "start", "--json", ...options], (error, output, errors) => {
            if (!error) {
                try {
                    return resolve(JSON.parse(output).socket);
                } catch {
                    return reject(new Error(`tracuu: ${place.program} daemon start printed no JSON; update the program`));
                }
            }
            if (error.code === "ENOENT" || error.code === "EACCES") {
                const help = "install it (bash Config/install) or set tracuu.program";
                return reject(new Error(`tracuu: the program ${place.program} is not found; ${help}`));
            }
            return reject(new Error(errors.trim().split("\n").pop() || `tracuu: ${error.message}`));
        });
    });
}

module.exports = { socketPath, start };
