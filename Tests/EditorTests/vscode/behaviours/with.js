"use strict";

const { Driver, eventually } = require("../driver");

/** A check with the extension started for it alone; a failed assertion is thrown. */
function withDriver(settings, body, editor) {
    return async () => {
        const driver = new Driver({ "tracuu.pageSize": 10, ...settings }, editor);
        try {
            await body(driver);
        } finally {
            driver.end();
        }
    };
}

/** Throws where something never comes true. */
async function until(check, what) {
    const problem = await eventually(() => (check() ? undefined : what));
    if (problem !== undefined) throw new Error(`never: ${what}; ${problem}`);
}

module.exports = { withDriver, until };
