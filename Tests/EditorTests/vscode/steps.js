"use strict";

const path = require("path");
const { archive, command, eventually, files } = require("./driver");

const titles = { date: "Narrow by Date", source: "Narrow by Source", author: "Narrow by Author" };

/** The steps of the scenario, by their names; Tests/EditorTests/README.md says what each does. */
const steps = {
    open: (driver) => driver.run("tracuu.search"),
    type: (driver, { text }) => driver.type(text),
    nextPage: (driver) => driver.world.pick.select(driver.shown.items.filter(({ hit }) => hit).pop()),
    async narrow(driver, { field, value }) {
        const before = driver.prompt;
        driver.world.choose = (items) => items.find(({ label }) => label === (value === undefined ? "Any" : value));
        driver.press(titles[field]);
        return eventually(() => (driver.prompt === before ? "the query stayed" : undefined));
    },
    async menu(driver, { field }) {
        driver.labels = undefined;
        driver.world.choose = (items) => {
            driver.labels = items.filter(({ value }) => value !== undefined).map(({ label }) => label);
            return undefined;
        };
        driver.press(titles[field]);
        return eventually(() => (driver.labels === undefined || !driver.world.pick.isVisible ? "no menu" : undefined));
    },
    async sort(driver, { order }) {
        const is = () => (order === "relevance" ? !/first/.test(driver.shown.title) : driver.shown.title.includes(`${order} first`));
        for (let tries = 0; tries < 3 && !is(); tries += 1) {
            const { title } = driver.shown;
            driver.press("Order by Relevance, Newest, Oldest");
            await eventually(() => (driver.shown.title === title ? title : undefined));
        }
    },
    acceptSuggestion: (driver) => driver.press("Take the Suggestion"),
    accept: (driver) => driver.world.pick.accept(),
    cancel: (driver) => driver.world.pick.escape(),
    resume: (driver) => driver.run("tracuu.resume"),
    similar: (driver, { id }) => driver.run("tracuu.similar", id),
    timeline: (driver, { query }) => driver.run("tracuu.timeline", query),
    async list(driver, { query }) {
        await driver.run("tracuu.list", query);
        const { provider } = driver.tree();
        const item = provider.getTreeItem(provider.getChildren()[0]);
        return driver.run(item.command.command, ...item.command.arguments);
    },
    word(driver, { buffer, at }) {
        driver.scratch(buffer, buffer.indexOf(at), buffer.indexOf(at));
        return driver.run("tracuu.searchSelection");
    },
    selection(driver, { buffer, text }) {
        const start = buffer.indexOf(text);
        driver.scratch(buffer, start, start + text.length);
        return driver.run("tracuu.searchSelection");
    },
    cite(driver, { id, format }) {
        driver.scratch("", 0, 0);
        driver.exports.setCitation(format === "function" ? (article) => `${article.id}: ${article.title}` : undefined);
        if (format !== "function") driver.settings["tracuu.citationFormat"] = format;
        return driver.run("tracuu.cite", id);
    },
    write: (driver, step) => files.write(step.path, step.content),
    removeFile: (driver, step) => files.remove(step.path),
    index: (driver, step) => driver.run("tracuu.index", path.join(archive, step.path)),
    indexOutside: (driver, step) => void command("index", "--quiet", path.join(archive, step.path)),
    killDaemon: () => process.kill(JSON.parse(command("status", "--json")).process, "SIGKILL"),
    stopDaemon: () => void command("daemon", "stop", "--quiet"),
    withoutProgram(driver, { query }) {
        driver.restart({ ...driver.settings, "tracuu.program": "/nonexistent/tracuu" });
        return driver.run("tracuu.list", query);
    },
};

module.exports = { steps };
