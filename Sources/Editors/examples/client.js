#!/usr/bin/env node
// Usage: client.js QUERY. Prints path:line:column: title of each hit.
"use strict";

const { execFileSync } = require("child_process");
const net = require("net");

const folder = process.env.XDG_RUNTIME_DIR;
const path =
    process.env.TRACUU_SOCKET || (folder ? `${folder}/tracuu.sock` : `/tmp/tracuu-${process.getuid()}/tracuu.sock`);
const query = process.argv.slice(2).join(" ");

function ask(socketPath, otherwise) {
    const socket = net.createConnection(socketPath);
    let received = "";
    socket.on("error", otherwise);
    socket.on("connect", () => {
        const request = { jsonrpc: "2.0", id: 1, method: "search", params: { query, limit: 20, snippets: false } };
        socket.write(`${JSON.stringify(request)}\n`);
    });
    socket.setEncoding("utf8").on("data", (text) => {
        received += text;
        if (!received.includes("\n")) return;
        socket.end();
        const { result, error } = JSON.parse(received);
        if (error) return console.error(error.message), (process.exitCode = 2);
        for (const { path: file, id, line = 0, column = 0, title } of result.hits) {
            console.log(`${file ?? id}:${line + 1}:${column + 1}: ${title}`);
        }
    });
}

// Where nobody answers, the daemon is started, and says which socket it serves.
ask(path, () => {
    const started = JSON.parse(execFileSync("tracuu", ["daemon", "start", "--json"], { encoding: "utf8" }));
    ask(started.socket, (error) => console.error(error.message));
});
