"use strict";

const assert = require("assert");
const path = require("path");
const { archive, command, files } = require("../driver");
const { until, withDriver } = require("./with");

/** The view of articles, and indexing. */
const tree = {
    "the view keeps the daemon's order, marks titles, and loads more": withDriver({}, async (driver) => {
        await driver.run("tracuu.list", "bản tin");
        const view = driver.tree();
        assert.deepStrictEqual([view.title, view.message, driver.world.focused], ["bản tin", "26 articles", "tracuu.results"]);
        const children = view.provider.getChildren();
        assert.strictEqual(children.length, 11);
        const { label, tooltip, description } = view.provider.getTreeItem(children[0]);
        const marked = label.highlights.map(([start, end]) => label.label.slice(start, end).normalize("NFC").toLowerCase());
        assert.deepStrictEqual(marked, ["bản tin"]);
        assert.match(tooltip.value, /\*\*/);
        assert.match(description, /^\d{4}-\d\d-\d\d/);
        const more = view.provider.getTreeItem(children[10]);
        await driver.run(more.command.command);
        assert.strictEqual(view.provider.getChildren().length, 21);
        const json = JSON.parse(command("search", "--json", "--limit", "20", "bản tin"));
        assert.deepStrictEqual(view.provider.getChildren().slice(0, 20).map(({ id }) => id), json.hits.map(({ id }) => id));
    }),
    "the next and the previous article of the list": withDriver({ "tracuu.pageSize": 1 }, async (driver) => {
        await driver.run("tracuu.next");
        assert.match(driver.world.messages.join(), /^tracuu: no articles are listed/);
        await driver.run("tracuu.list", "huyện ủy");
        const view = driver.tree();
        await driver.run("tracuu.next");
        const first = view.revealed;
        await driver.run("tracuu.next");
        assert.notStrictEqual(view.revealed, first);
        await driver.run("tracuu.next");
        assert.match(driver.world.messages.join("\n"), /there is no other article/);
        await driver.run("tracuu.previous");
        assert.strictEqual(view.revealed, first);
    }),
    "the list of the prompt goes into the view, in its order": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("bản tin");
        driver.press("Order by Relevance, Newest, Oldest");
        await until(() => /newest first/.test(driver.shown.title), "the order");
        driver.press("Put the Articles into the View");
        await until(() => /newest first/.test(driver.tree().message || ""), "the view");
        assert.match(driver.tree().provider.getChildren()[0].title, /東京/);
    }),
    "the view is narrowed": withDriver({}, async (driver) => {
        await driver.run("tracuu.list", "bản tin");
        driver.world.choose = (items) => items.find(({ field, label }) => field === "date" || label === "2016");
        await driver.run("tracuu.narrow");
        assert.deepStrictEqual([driver.tree().title, driver.tree().message], ["date:2016 bản tin", "1 article"]);
    }),
    "similar articles are listed by the title": withDriver({}, async (driver) => {
        await driver.run("tracuu.similar", "ban-tin-01");
        assert.match(driver.tree().title, /^Like Bản tin/);
        await driver.run("tracuu.refresh");
        assert.match(driver.tree().title, /^Like Bản tin/);
    }),
    "a query without hits says so, and what may be meant": withDriver({}, async (driver) => {
        await driver.run("tracuu.list", "thanhf uyr");
        assert.match(driver.tree().message, /^0 articles · did you mean thành ủy\?$/);
    }),
    "a bad query leaves the view as it was": withDriver({}, async (driver) => {
        await driver.run("tracuu.list", "huyện ủy");
        await driver.run("tracuu.list", "date:32/13/2015");
        assert.match(driver.world.messages.join(), /^tracuu: .*calendar/);
        assert.strictEqual(driver.tree().title, "huyện ủy");
    }),
    "a menu offers what to index, with progress": withDriver({}, async (driver) => {
        const { workbench } = driver.world;
        const uri = driver.world.api().Uri.file(path.join(archive, "tin/giao-ban.txt"));
        workbench.show(await workbench.open(uri), {});
        driver.world.folders = [{ name: "archive", uri: driver.world.api().Uri.file(archive) }];
        driver.world.choose = (items) => items.find(({ description }) => description === "its folder");
        await driver.run("tracuu.index");
        assert.deepStrictEqual(driver.world.menus[0].items.map(({ label }) => label), [
            "giao-ban.txt", path.join(archive, "tin"), "archive", "Another file or folder…",
        ]);
        assert.match(driver.world.messages.join(), /^tracuu: 0 added, 0 updated, \d+ unchanged, \d+ removed$/);
    }),
    "what cannot be indexed is named": withDriver({}, async (driver) => {
        files.write("hong.jsonl", '{"title": "tốt", "body": "tốt"}\n{"title": \n');
        await driver.run("tracuu.index", driver.world.api().Uri.file(path.join(archive, "hong.jsonl")));
        assert.match(driver.world.messages.join(), /^tracuu: 1 added, .* 1 failed; the first: .*hong\.jsonl:2: .*lists all\)$/);
        command("remove", path.join(archive, "hong.jsonl"));
        files.remove("hong.jsonl");
    }),
    "indexing is cancelled": withDriver({}, async (driver) => {
        const lines = Array.from({ length: 20_000 }, (_, index) => JSON.stringify({ id: `nhieu-${index}`, body: `Bài số ${index} rất dài. `.repeat(20) }));
        files.write("nhieu.jsonl", `${lines.join("\n")}\n`);
        driver.world.progressing = (cancel) => setTimeout(cancel, 100);
        await driver.run("tracuu.index", path.join(archive, "nhieu.jsonl"));
        assert.match(driver.world.messages.join(), /^tracuu: indexing was cancelled/);
        files.remove("nhieu.jsonl");
        // Takes out what was committed before, which may be nothing.
        await driver.run("tracuu.index", archive);
    }),
    "the status is one line": withDriver({}, async (driver) => {
        await driver.run("tracuu.status");
        assert.match(driver.world.messages.join(), /^tracuu: [\d,]+ articles, revision \d+, [\d.]+ MB in \/.*; daemon \S+$/);
    }),
};

module.exports = { tree };
