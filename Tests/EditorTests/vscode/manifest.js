"use strict";

// Holds package.json against what the extension registers and reads, and against the .vsix that is made of it.

const assert = require("assert");
const { execFileSync } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { World } = require("./fake-vscode");
const Module = require("module");

const folder = path.resolve(__dirname, "../../../Sources/Editors/vscode");
const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));

const world = new World({});
const api = world.api();
const load = Module._load;
Module._load = (request, ...rest) => (request === "vscode" ? api : load(request, ...rest));
const extension = require(path.join(folder, manifest.main));
extension.activate({ subscriptions: [] });

const { commands, menus, views, configuration } = manifest.contributes;
assert.deepStrictEqual([...world.commands.keys()].sort(), commands.map(({ command }) => command).sort(), "commands");
for (const { command } of Object.values(menus).flat()) assert(world.commands.has(command), `menu of ${command}`);
assert.deepStrictEqual([...world.trees.keys()], Object.values(views).flat().map(({ id }) => id), "views");

const sources = fs.readdirSync(path.join(folder, "lib")).map((name) => fs.readFileSync(path.join(folder, "lib", name), "utf8"));
const read = new Set([...sources.join("\n").matchAll(/setting\("(\w+)"/g)].map(([, name]) => `tracuu.${name}`));
assert.deepStrictEqual([...read].sort(), Object.keys(configuration.properties).sort(), "settings");

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "tracuu-vsix-"));
try {
    const [one, other] = ["one.vsix", "other.vsix"].map((name) => path.join(temporary, name));
    for (const file of [one, other]) execFileSync(path.join(folder, "package"), [file], { stdio: "ignore" });
    assert(fs.readFileSync(one).equals(fs.readFileSync(other)), "the same files give the same package");
    const names = execFileSync("python3", ["-m", "zipfile", "-l", one], { encoding: "utf8" });
    const needed = ["extension.vsixmanifest", "[Content_Types].xml", "extension/package.json", "extension/README.md"];
    for (const name of [...needed, ...fs.readdirSync(path.join(folder, "lib")).map((file) => `extension/lib/${file}`)]) {
        assert(names.includes(name), `the package holds ${name}`);
    }
} finally {
    fs.rmSync(temporary, { recursive: true });
}
extension.deactivate();
console.log("manifest: sound");
