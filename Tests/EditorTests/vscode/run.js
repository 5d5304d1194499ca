"use strict";

// Runs the scenario that all editors share, then what is VS Code's own.

const fs = require("fs");
const path = require("path");
const { behaviours } = require("./behaviours");
const { Driver, eventually } = require("./driver");
const { checks } = require("./expectations");
const { steps } = require("./steps");

let passed = 0;
let failed = 0;

/** Prints what became of a step. */
async function report(name, body) {
    let problem;
    try {
        problem = await body();
    } catch (error) {
        problem = error.stack;
    }
    if (problem === undefined) passed += 1;
    else failed += 1;
    const number = passed + failed;
    console.log(problem === undefined ? `ok ${number} ${name}` : `not ok ${number} ${name}: ${problem}`);
}

async function runStep(driver, step) {
    driver.world.messages.length = 0;
    const problem = await steps[step.do](driver, step);
    if (typeof problem === "string") return problem;
    for (const [name, expected] of Object.entries(step.expect || {})) {
        const wrong = await eventually(() => checks[name](driver, expected, step));
        if (wrong !== undefined) return `${name}: ${wrong}`;
    }
    return undefined;
}

async function main() {
    const scenario = JSON.parse(fs.readFileSync(path.join(__dirname, "../scenario.json"), "utf8"));
    const driver = new Driver({ "tracuu.pageSize": scenario.pageSize });
    for (const step of scenario.steps) {
        const name = [step.do, step.text || step.query || step.value || step.format || ""].join(" ").trim();
        await report(name, () => runStep(driver, step));
    }
    driver.end();
    for (const [name, body] of Object.entries(behaviours)) await report(name, body);
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed ? 1 : 0);
}

process.on("unhandledRejection", (error) => {
    console.error(error);
    process.exit(1);
});
void main();
