"use strict";

const assert = require("assert");
const { archive, command, files, pause } = require("../driver");
const { until, withDriver } = require("./with");

const labels = (driver) => driver.shown.items.map(({ label }) => label);

/** A query that stands as it is in the titles of some hits, but not in that of the best one. */
const inLaterTitles = "phường ga";

/** The list that changes as one types. */
const prompt = {
    "entries keep the daemon's order, though a label has the query": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed(inLaterTitles);
        const numbers = labels(driver).slice(0, 10).map((label) => Number.parseInt(label, 10));
        assert.deepStrictEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert.strictEqual(driver.shown.sortByLabel, false);
    }),
    "where the editor sorts by labels, numbers tell the order, and the best hit is selected": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed(inLaterTitles);
        const numbers = labels(driver).slice(0, 10).map((label) => Number.parseInt(label, 10));
        assert.notStrictEqual(numbers[0], 1);
        assert.deepStrictEqual([...numbers].sort((one, other) => one - other), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        await until(() => driver.shown.activeItems[0].label.startsWith("1 "), "the first hit is selected");
    }, { hasSortByLabel: false }),
    "what is shown is what was typed last": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        const { pick } = driver.world;
        for (const text of ["h", "hò", "hòa", "hòa t", "den", "den lo", "den long"]) pick.type(text);
        await pause();
        await driver.settled();
        await until(() => driver.hits().length && /đèn lồng/.test(driver.hits()[0].title.normalize("NFC")), "hits of the last text");
        await pause(100);
        assert.match(driver.hits()[0].title.normalize("NFC"), /đèn lồng/);
    }),
    "typing searches at once, resting restores marks, a menu offers all suggestions": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("thanh uy");
        assert(!driver.shown.buttons.some(({ tooltip }) => tooltip === "Take the Suggestion"));
        await until(() => /did you mean thành ủy\?/.test(driver.shown.title), "the suggestion in the title");
        assert(driver.shown.buttons.some(({ tooltip }) => tooltip === "Take the Suggestion"));
        assert.strictEqual(labels(driver).indexOf("$(lightbulb) thành ủy"), labels(driver).length - 1, "it stands at the end");
        assert.match(driver.shown.activeItems[0].label, /^1 /);
        driver.world.choose = (items) => items.find(({ query }) => query === "thành ủy");
        driver.press("Completions…");
        await until(() => driver.prompt === "thành ủy" && driver.hits().length && driver.world.pick.isVisible, "the query of the menu");
    }),
    "a failing search of a typed date leaves the list, and says why": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        driver.world.choose = (items) => (items ? items.find(({ isTyped }) => isTyped) : "ngày xửa");
        driver.press("Narrow by Date");
        await until(() => driver.world.messages.length === 1 && driver.world.pick.isVisible, "a message, and the list");
        assert.match(driver.world.messages[0], /^tracuu: /);
        assert.strictEqual(driver.prompt, "bản tin");
        driver.world.choose = (items) => (items ? items.find(({ isTyped }) => isTyped) : "2015..2016");
        driver.press("Narrow by Date");
        await until(() => driver.prompt === "date:2015..2016 bản tin", "the range in the prompt");
    }),
    "no menu appears once the list was closed": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        driver.press("Narrow by Source");
        driver.world.pick.escape();
        await pause(150);
        assert.deepStrictEqual([driver.world.menus.length, driver.world.pick.isVisible], [0, false]);
    }),
    "keys work while the list is open, and only then": withDriver({}, async (driver) => {
        await driver.run("tracuu.prompt.order");
        await driver.run("tracuu.search");
        assert.strictEqual(driver.world.context.get("tracuu.isPrompting"), true);
        await driver.typed("bản tin");
        await driver.run("tracuu.prompt.order");
        await until(() => /newest first/.test(driver.shown.title), "the order in the title");
        driver.world.pick.escape();
        await until(() => driver.world.context.get("tracuu.isPrompting") === false, "the context ends");
    }),
    "a second search takes the place of the first": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.run("tracuu.search", "hòa nhạc");
        await until(() => driver.prompt === "hòa nhạc" && driver.hits().length, "hits");
        assert.strictEqual(driver.world.context.get("tracuu.isPrompting"), true);
    }),
    "a menu's element is no query": withDriver({}, async (driver) => {
        await driver.run("tracuu.search", { some: "element" });
        assert.strictEqual(driver.prompt, "");
    }),
    "an entry of the history is searched for": withDriver({}, async (driver) => {
        await driver.run("tracuu.list", "huyện ủy");
        await driver.run("tracuu.search");
        await until(() => labels(driver)[0] === "huyện ủy", "the history");
        driver.world.pick.accept();
        await until(() => driver.prompt === "huyện ủy" && driver.hits().length, "its hits");
    }),
    "a list that changes nothing says that the index changed": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        files.write("tin/mua.txt", "Mưa đầu mùa\n02/05/2021\nMưa đầu mùa.\n");
        command("index", "--quiet", `${archive}/tin/mua.txt`);
        await until(() => /· 1 new/.test(driver.shown.title), "one new");
        command("remove", `${archive}/tin/mua.txt`);
        await until(() => /· index changed/.test(driver.shown.title), "index changed");
        files.remove("tin/mua.txt");
    }),
    "a citation goes where the cursor was before the search": withDriver({}, async (driver) => {
        const before = driver.scratch("xem: ", 5, 5);
        await driver.run("tracuu.search");
        await driver.typed("hòa nhạc");
        await until(() => driver.world.editor !== before, "the preview");
        driver.world.pick.pressEntry(driver.shown.activeItems[0], driver.shown.activeItems[0].buttons.find(({ tooltip }) => /Citation/.test(tooltip)));
        await until(() => /^xem: .*Hòa nhạc/.test(driver.world.editor.document.getText().normalize("NFC")), "the citation in the text");
    }),
};

module.exports = { prompt };
