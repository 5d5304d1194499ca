"use strict";

const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { command, pause } = require("../driver");
const { until, withDriver } = require("./with");

const { Client } = require("../../../../Sources/Editors/vscode/lib/client");
const { Search } = require("../../../../Sources/Editors/vscode/lib/search");

const daemon = () => JSON.parse(command("status", "--json")).process;
/** Stops the daemon, if one runs. */
function stopDaemon(...options) {
    try {
        command("daemon", "stop", "--quiet", ...options);
    } catch (error) {
        if (error.status === undefined) throw error;
    }
}

const program = path.join(process.env.TRACUU_PROGRAMS || "", "tracuu");
const home = fs.mkdtempSync("/tmp/tracuu-vscode-");
process.on("exit", () => fs.rmSync(home, { recursive: true, force: true }));

/** What goes wrong, and what becomes of it. */
const trouble = {
    "a request that is lost with the daemon is answered by the next one": async () => {
        const client = new Client(() => ({ program, socket: "", index: "", config: "" }));
        await client.request("status", {});
        const asked = Promise.all([1, 2, 3].map(() => client.request("search", { query: "bản tin" })));
        process.kill(daemon(), "SIGKILL");
        const more = client.request("search", { query: "huyện ủy" });
        assert.deepStrictEqual((await asked).map(({ total }) => total.value), [26, 26, 26]);
        assert.strictEqual((await more).hits.length, 2);
        client.close();
    },
    "an answer that another search has overtaken is dropped": async () => {
        const client = new Client(() => ({ program, socket: "", index: "", config: "" }));
        const search = new Search(client, 10);
        assert.deepStrictEqual(await Promise.all([search.run("bản tin"), search.run("huyện ủy")]), [false, true]);
        assert.deepStrictEqual([search.query, search.hits.length], ["huyện ủy", 2]);
        client.close();
    },
    "many lists outlive a daemon that is killed again and again": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        for (let number = 0; number < 3; number += 1) {
            await driver.typed("bản tin");
            process.kill(daemon(), "SIGKILL");
            await driver.typed("huyện ủy");
        }
        assert.deepStrictEqual(driver.world.messages, []);
    }),
    "closing ends a connection that is being made, and starts nothing": async () => {
        stopDaemon();
        const client = new Client(() => ({ program: "/nonexistent/tracuu", socket: "", index: "", config: "" }));
        const asked = client.request("status", {});
        client.close();
        await assert.rejects(asked, { code: -32800 });
        await assert.rejects(client.request("status", {}), { code: -32800 });
        await pause(50);
        assert.strictEqual(client.sockets.size, 0);
    },
    "while the program is missing, typing says so in the list, without a message for each key": withDriver(
        { "tracuu.program": "/nonexistent/tracuu" },
        async (driver) => {
            stopDaemon();
            await driver.run("tracuu.search");
            await driver.type("bản");
            const labels = () => driver.shown.items.map(({ label }) => label).join();
            await until(() => /is not found; install it .* or set tracuu\.program/.test(labels()), "the error").catch((error) => {
                throw new Error(`${error.message}: ${labels()}`);
            });
            assert.deepStrictEqual(driver.world.messages, []);
        },
    ),
    "an index that is missing is told of, with what to do": withDriver(
        { "tracuu.index": path.join(home, "nowhere"), "tracuu.socket": path.join(home, "s"), "tracuu.program": program },
        async (driver) => {
            await driver.run("tracuu.list", "bản tin");
            assert.match(driver.world.messages.join(), /^tracuu: .*(no index|tracuu index)/);
            stopDaemon("--socket", path.join(home, "s"));
        },
    ),
    "what is no daemon is not taken for one": async () => {
        const socket = path.join(home, "other");
        const server = require("net").createServer((connection) => connection.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
        await new Promise((resolve) => server.listen(socket, resolve));
        const client = new Client(() => ({ program, socket, index: "", config: "" }));
        await assert.rejects(client.request("status", {}), /does not speak the protocol/);
        client.close();
        server.close();
    },
    "the daemon's errors keep the text of the list": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        await driver.type("bản tin ((");
        await driver.type('bản tin date:13/13/2013');
        const [error, first] = driver.shown.items;
        assert.match(error.label, /^\$\(error\) /);
        assert.match(first.label, /^1 /);
    }),
};

module.exports = { trouble };
