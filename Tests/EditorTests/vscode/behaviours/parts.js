"use strict";

const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { pause } = require("../driver");
const { withDriver } = require("./with");

const lib = "../../../../Sources/Editors/vscode/lib";
const { Decoder, encode } = require(`${lib}/framing`);
const { History } = require(`${lib}/history`);
const { withPlainLines, withoutIcons, news } = require(`${lib}/text`);

const state = process.env.XDG_STATE_HOME;

/** Parts of the extension by themselves. */
const parts = {
    "messages are put together from pieces of any size": () => {
        const sent = [{ id: 1, text: "Thành ủy 東京 😀" }, { id: 2 }];
        const bytes = Buffer.concat(sent.map(encode));
        for (let size = 1; size <= bytes.length; size += 1) {
            const decoder = new Decoder();
            const received = [];
            for (let start = 0; start < bytes.length; start += size) received.push(...decoder.add(bytes.subarray(start, start + size)));
            assert.deepStrictEqual(received, sent, `pieces of ${size} bytes`);
        }
        assert.throws(() => new Decoder().add(Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")), /does not speak the protocol/);
    },
    "the history keeps one line a query, only for its user, and not too many": () => {
        const file = path.join(state, "queries", "history");
        const history = new History(() => file);
        history.add("hai\ndòng");
        history.add("hai dòng");
        history.add("  ");
        assert.strictEqual(fs.readFileSync(file, "utf8"), "hai dòng\n");
        assert.strictEqual(fs.statSync(file).mode & 0o777, 0o600);
        fs.writeFileSync(file, Array.from({ length: 2000 }, (_, index) => `q${index}\n`).join(""));
        history.add("mới");
        const lines = fs.readFileSync(file, "utf8").split("\n").filter(Boolean);
        assert.deepStrictEqual([lines.length, lines[0], lines[999]], [1000, "q1001", "mới"]);
        assert.strictEqual(fs.statSync(file).mode & 0o777, 0o600);
        history.add("q1500");
        assert.deepStrictEqual(history.queries().slice(0, 2), ["q1500", "mới"]);
        assert.strictEqual(history.queries().filter((query) => query === "q1500").length, 1);
        new History(() => path.join(file, "history")).add("a file stands where a folder should: nothing is thrown");
    },
    "marks stay on their words where lines end in two ways": () => {
        const text = "một\r\nhai\rba\u2028bốn\r\n\r\nnăm";
        const words = ["một", "hai", "ba", "bốn", "năm"];
        const spans = words.map((word) => [text.indexOf(word), text.indexOf(word) + word.length]);
        const plain = withPlainLines(text, spans);
        assert.strictEqual(plain.text, "một\nhai\nba\nbốn\n\nnăm");
        assert.deepStrictEqual(plain.spans.map(([start, end]) => plain.text.slice(start, end)), words);
    },
    "a title cannot draw an icon": () => assert.strictEqual(withoutIcons("giá $(sync~spin) tăng"), "giá \\$(sync~spin) tăng"),
    "news of the index are counted, or only told": () => {
        assert.deepStrictEqual([news(2, 3), news(3, 3), news(undefined, 3)], ["1 new", "index changed", "index changed"]);
    },
    "the stand-in throws where a name is not there": withDriver({}, async ({ world }) => {
        const api = world.api();
        assert.throws(() => api.notebooks, /the fake has no vscode.notebooks/);
        assert.throws(() => api.window.createWebviewPanel, /the fake has no window.createWebviewPanel/);
        const pick = api.window.createQuickPick();
        assert.throws(() => (pick.step = 1), /the fake has no QuickPick.step/);
        assert.throws(() => (new api.TreeItem("x").checkboxState = 1), /the fake has no TreeItem.checkboxState/);
        await assert.rejects(() => api.window.showQuickPick([], { canPickMany: true }), /no showQuickPick option canPickMany/);
        await pause();
    }),
};

module.exports = { parts };
