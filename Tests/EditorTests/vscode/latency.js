"use strict";

const fs = require("fs");
const { Driver, eventually } = require("./driver");

async function main() {
    const driver = new Driver(50);
    await driver.run("tracuu.search");
    const { pick } = driver.world;
    let painted;
    const items = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(pick), "items");
    Object.defineProperty(pick, "items", {
        get: () => items.get.call(pick),
        set(list) {
            items.set.call(pick, list);
            painted = process.hrtime.bigint();
        },
    });
    const times = [];
    for (const query of fs.readFileSync(process.env.LATENCY_QUERIES, "utf8").split("\n").filter(Boolean)) {
        for (let end = 1; end <= query.length; end += 1) {
            if (query[end - 1] === " ") continue;
            painted = undefined;
            const start = process.hrtime.bigint();
            pick.value = query.slice(0, end);
            const problem = await eventually(() => (painted && pick.value === query.slice(0, end) ? undefined : "nothing is painted"));
            if (problem) throw new Error(problem);
            times.push(Number(painted - start) / 1e6);
        }
        pick.value = "";
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    times.sort((one, other) => one - other);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1);
    console.log(`VS Code's API (stand-in), Node ${process.version}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms over ${times.length} keys`);
    process.exit(0);
}

void main();
