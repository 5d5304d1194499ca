"use strict";

const assert = require("assert");
const { archive, command, files } = require("../driver");
const { until, withDriver } = require("./with");

/** Selects an entry, which loads more where it is near the end. */
const select = (driver, index) => driver.world.pick.select(driver.shown.items.filter(({ hit }) => hit)[index]);

/** Goes to the last entry until no page follows. */
async function loadAll(driver) {
    const hasMore = () => driver.shown.items.some(({ isNextPage }) => isNextPage);
    for (let tries = 0; hasMore(); tries += 1) {
        if (tries > 10) throw new Error("the pages do not end");
        const { length } = driver.hits();
        select(driver, length - 1);
        await until(() => driver.hits().length > length || !hasMore(), "another page");
    }
}

/** Pages of hits. */
const pages = {
    "all pages are the same as one long page": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        await loadAll(driver);
        const ids = driver.hits().map(({ id }) => id);
        driver.settings["tracuu.pageSize"] = 100;
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        await loadAll(driver);
        assert.deepStrictEqual(driver.hits().map(({ id }) => id), ids);
        assert(ids.length > 26, "those that lack a word come too");
    }),
    "the selection stays where the next page comes": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        select(driver, 8);
        await until(() => driver.hits().length === 20, "the next page");
        assert.match(driver.shown.activeItems[0].label, /^9 /);
        assert.strictEqual(driver.shown.keepScrollPosition, true);
    }),
    "new results begin at the top": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        select(driver, 4);
        await driver.typed("bản tin phường");
        assert.match(driver.shown.activeItems[0].label, /^1 /);
        assert.strictEqual(driver.shown.keepScrollPosition, false);
    }),
    "resuming comes back to the hit and to the pages": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        select(driver, 9);
        await until(() => driver.hits().length === 20, "the next page");
        select(driver, 14);
        const { id } = driver.hits()[14];
        await until(() => driver.world.pick.given.activeItems[0].hit.id === id, "the hit is selected");
        driver.world.pick.escape();
        await until(() => driver.world.context.get("tracuu.isPrompting") === false, "the list is closed");
        await driver.run("tracuu.resume");
        await until(() => driver.hits().length >= 20 && driver.shown.activeItems[0].hit.id === id, "the same hit");
        assert.strictEqual(driver.prompt, "bản tin");
        await driver.typed("bản tin phường");
        assert.match(driver.shown.activeItems[0].label, /^1 /, "what is typed then begins at the top");
    }),
    "the last page that can be asked for says so, once": withDriver({ "tracuu.pageSize": 1000 }, async (driver) => {
        await driver.run("tracuu.list", "bản tin");
        const { search } = driver.tree().provider;
        [search.isWhole, search.offset] = [false, 9990];
        await driver.run("tracuu.nextPage");
        await driver.run("tracuu.nextPage");
        assert.strictEqual(driver.world.messages.length, 1);
        assert.match(driver.world.messages[0], /^tracuu: limit and offset together pass 10000/);
    }),
    "a page of a ranking that is lost is asked for again, from the first hit on": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        select(driver, 5);
        const { id } = driver.hits()[5];
        await until(() => driver.world.pick.given.activeItems[0].hit.id === id, "the hit is selected");
        // The daemon keeps the last 64 rankings.
        for (let number = 0; number < 70; number += 1) command("search", "--quiet", `phường ${number}`);
        files.write("tin/nang.txt", "Bản tin nắng\n03/06/2021\nBản tin nắng.\n");
        command("index", "--quiet", `${archive}/tin/nang.txt`);
        await until(() => /1 new/.test(driver.shown.title), "the change is told");
        select(driver, 9);
        await until(() => driver.shown.title === "27 articles", "the list of the index as it is now");
        assert(!driver.shown.items.some(({ label }) => /error/.test(label)));
        assert.strictEqual(new Set(driver.hits().map((hit) => hit.id)).size, driver.hits().length);
        command("remove", `${archive}/tin/nang.txt`);
        files.remove("tin/nang.txt");
    }),
};

module.exports = { pages };
