"use strict";

const fs = require("fs");
const path = require("path");
const { Driver, eventually } = require("./driver");
const { checks } = require("./expectations");
const { History } = require("../../../Sources/Editors/vscode/lib/history");

async function main() {
    const { pageSize, steps } = JSON.parse(fs.readFileSync(path.join(__dirname, "../scenario.json"), "utf8"));
    const driver = new Driver(pageSize);
    driver.world.historyReader = { history: () => new History(() => "").queries() };
    let failed = 0;
    for (const [index, step] of steps.entries()) {
        let problem;
        try {
            await driver.step(step);
            for (const [name, expected] of Object.entries(step.expect || {})) {
                problem = await eventually(() => checks[name](driver, expected, step));
                if (problem === undefined) continue;
                problem = `${name}: ${problem}`;
                break;
            }
        } catch (error) {
            problem = error.stack;
        }
        const name = [step.do, step.text || step.query || step.value || step.format || ""].join(" ").trim();
        console.log(problem ? `not ok ${index + 1} ${name}: ${problem}` : `ok ${index + 1} ${name}`);
        failed += problem ? 1 : 0;
    }
    console.log(`${steps.length - failed} passed, ${failed} failed`);
    driver.extension.deactivate();
    process.exit(failed ? 1 : 0);
}

void main();
