"use strict";

const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { archive, command, files, pause } = require("../driver");
const { until, withDriver } = require("./with");

const record = (id, title, body) => JSON.stringify({ id, title, body, date: "2022-01-01" });

/** Documents, previews, the timeline. */
const documents = {
    "the preview shows the match, and Esc brings back what was there": withDriver({}, async (driver) => {
        const before = driver.scratch("những gì đang viết", 6, 6);
        const { tabs } = driver.world.workbench.groups[0];
        await driver.run("tracuu.search");
        await driver.typed("giao ban báo chí");
        await until(() => driver.world.editor.document.uri.scheme === "tracuu", "the preview");
        await until(() => driver.world.editor.decorated.length, "the matches are marked");
        assert.strictEqual(tabs.length, 2);
        driver.world.pick.escape();
        await until(() => driver.world.editor.file === before.file && tabs.length === 1, "the text that was there, alone");
        assert.strictEqual(driver.world.editor.selection.active.character, 6);
    }),
    "a file that was only looked at comes back after the preview": withDriver({}, async (driver) => {
        const { workbench } = driver.world;
        const uri = driver.world.api().Uri.file(path.join(archive, "tin/giao-ban.txt"));
        workbench.show(await workbench.open(uri), { preview: true });
        await driver.run("tracuu.search");
        await driver.typed("hòa nhạc");
        await until(() => driver.world.editor.document.uri.scheme === "tracuu", "the preview");
        driver.world.pick.escape();
        await until(() => driver.world.editor && driver.world.editor.document.uri.scheme === "file", "the file");
        assert.deepStrictEqual(workbench.groups[0].tabs.map(({ isPreview }) => isPreview), [true]);
    }),
    "an opened file leaves no preview behind": withDriver({}, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("giao ban báo chí");
        await until(() => driver.world.editor, "the preview");
        driver.world.pick.accept();
        await until(() => driver.world.editor.document.uri.scheme === "file", "the file");
        await until(() => driver.world.workbench.groups[0].tabs.length === 1, "no other tab");
    }),
    "without the preview nothing opens until it is asked for": withDriver({ "tracuu.preview": false }, async (driver) => {
        await driver.run("tracuu.search");
        await driver.typed("hòa nhạc");
        await new Promise((resolve) => setTimeout(resolve, 200));
        assert.strictEqual(driver.world.editor, undefined);
        await driver.run("tracuu.prompt.preview");
        await until(() => driver.world.editor, "the preview");
    }),
    "open beside": withDriver({}, async (driver) => {
        driver.scratch("x", 0, 0);
        await driver.run("tracuu.search");
        await driver.typed("giao ban báo chí");
        const [entry] = driver.shown.activeItems;
        driver.world.pick.pressEntry(entry, entry.buttons.find(({ tooltip }) => tooltip === "Open Beside"));
        await until(() => driver.world.editor.viewColumn === 2 && driver.world.editor.document.uri.scheme === "file", "the file in the second column");
    }),
    "marks come back with a tab, and follow a text that has changed": withDriver({}, async (driver) => {
        const file = "ma.jsonl";
        files.write(file, `${record("ma", "Cá ở sông", "Dòng một.\r\nCon cá rô\r\nvà cá chép.\n")}\n`);
        command("index", "--quiet", path.join(archive, file));
        await driver.run("tracuu.list", "cá");
        const show = () => driver.run("tracuu.open", driver.tree().provider.getChildren().find(({ id }) => id === "ma"));
        await show();
        const { editor } = driver.world;
        assert.deepStrictEqual(editor.decorated, ["Cá", "cá", "cá"]);
        assert.strictEqual(editor.selection.active.line, 4);
        driver.scratch("other", 0, 0);
        const { workbench } = driver.world;
        workbench.show(editor.file, {});
        assert.notStrictEqual(driver.world.editor, editor);
        await until(() => driver.world.editor.decorated.length === 3, "marks in the new editor");
        files.write(file, `${record("ma", "Cá ở sông", "Nay chỉ còn cá mè.")}\n`);
        command("index", "--quiet", path.join(archive, file));
        // The change is told a little later.
        for (let tries = 0; tries < 100 && driver.world.editor.decorated.length !== 2; tries += 1) {
            await pause(10);
            await show();
        }
        assert.deepStrictEqual(driver.world.editor.decorated, ["Cá", "cá"]);
        assert.match(driver.world.editor.document.getText(), /cá mè/);
        command("remove", path.join(archive, file));
        files.remove(file);
    }),
    "an article without that id is told of": withDriver({}, async (driver) => {
        await driver.run("tracuu.show", "khong-co");
        assert.match(driver.world.messages.join(), /^tracuu: no article has the id khong-co/);
        driver.world.choose = () => "nen-2";
        await driver.run("tracuu.show");
        assert.strictEqual(driver.world.editor.document.uri.path, "/nen-2");
    }),
    "a file that cannot be opened gives the article, and the reason": withDriver({}, async (driver) => {
        await driver.run("tracuu.list", "huyện ủy");
        const [hit] = driver.tree().provider.getChildren();
        await driver.run("tracuu.open", { ...hit, path: "/" });
        assert.match(driver.world.messages.join(), /^tracuu: \/ cannot be opened .*; this is the article as it was indexed$/);
        assert.strictEqual(driver.world.editor.document.uri.scheme, "tracuu");
    }),
    "a date of the timeline is searched": withDriver({}, async (driver) => {
        await driver.run("tracuu.timeline", "bản tin");
        const { document } = driver.world.editor;
        const links = driver.world.linkProviders.get("tracuu-timeline").provideDocumentLinks(document);
        const link = links.find(({ range }) => document.getText(range) === "2016");
        assert.strictEqual(link.target.scheme, "command");
        await driver.run(link.target.path, ...JSON.parse(link.target.query));
        await until(() => driver.prompt === "date:2016 bản tin" && driver.hits().length === 1, "its hit");
    }),
    "similar articles and citations are of the file at hand": withDriver({}, async (driver) => {
        const { workbench } = driver.world;
        const uri = driver.world.api().Uri.file(path.join(archive, "tin/giao-ban.txt"));
        workbench.show(await workbench.open(uri), {});
        await driver.run("tracuu.similar");
        assert.match(driver.tree().title, /^Like Giao ban báo chí/);
        const text = fs.readFileSync(uri.fsPath, "utf8");
        await driver.run("tracuu.cite");
        assert.notStrictEqual(driver.world.editor.document.getText(), text);
    }),
    "a citation that cannot be inserted is copied": withDriver({}, async (driver) => {
        await driver.run("tracuu.show", "nen-2");
        await driver.run("tracuu.cite");
        assert.match(driver.world.clipboard, /Đêm hội đèn lồng/);
        driver.exports.setCitation(() => 5);
        await driver.run("tracuu.cite");
        assert.match(driver.world.messages.join("\n"), /in the clipboard[^]*gave no text/);
    }),
};

module.exports = { documents };
