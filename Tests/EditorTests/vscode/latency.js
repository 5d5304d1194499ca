"use strict";

// From a key in the prompt to the entries of its answer on the screen of the stand-in, letter by letter.

const fs = require("fs");
const { Driver, pause } = require("./driver");

async function main() {
    const driver = new Driver({});
    await driver.run("tracuu.search");
    const { pick } = driver.world;
    const times = [];
    for (const query of fs.readFileSync(process.env.LATENCY_QUERIES, "utf8").split("\n").filter(Boolean)) {
        for (let end = 1; end <= query.length; end += 1) {
            if (query[end - 1] === " ") continue;
            const start = process.hrtime.bigint();
            const painted = new Promise((resolve) => (pick.painted = resolve));
            pick.type(query.slice(0, end));
            await painted;
            times.push(Number(process.hrtime.bigint() - start) / 1e6);
            await driver.settled();
        }
        pick.type("");
        await pause(20);
        await driver.settled();
    }
    times.sort((one, other) => one - other);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1);
    console.log(`VS Code's API (stand-in), Node ${process.version}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms over ${times.length} keys`);
    driver.end();
    process.exit(0);
}

void main();
