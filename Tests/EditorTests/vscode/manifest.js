"use strict";

// Holds package.json against what the extension registers and reads, and against the .vsix that is made of it.

const assert = require("assert");
const { execFileSync } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { Driver } = require("./driver");

const folder = path.resolve(__dirname, "../../../Sources/Editors/vscode");
const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
const libraries = fs.readdirSync(path.join(folder, "lib"));
const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");

/** Every command, view, key and setting is on both sides. */
function checkManifest() {
    const driver = new Driver({});
    const registered = [...driver.world.commands.keys()].sort();
    const { commands, menus, views, keybindings, configuration, viewsWelcome } = manifest.contributes;
    assert.deepStrictEqual(registered, commands.map(({ command }) => command).sort(), "commands");
    for (const { command } of [...Object.values(menus).flat(), ...keybindings]) assert(registered.includes(command), `use of ${command}`);
    for (const { contents } of viewsWelcome) {
        for (const [, command] of contents.matchAll(/command:([\w.]+)/g)) assert(registered.includes(command), `link to ${command}`);
    }
    assert.deepStrictEqual([...driver.world.trees.keys()], Object.values(views).flat().map(({ id }) => id), "views");
    assert.deepStrictEqual(
        manifest.activationEvents,
        [...driver.world.workbench.providers.keys()].map((scheme) => `onFileSystem:${scheme}`),
        "an article that was open when the editor ended can be shown again",
    );
    driver.end();

    const prompted = registered.filter((name) => name.startsWith("tracuu.prompt."));
    assert.deepStrictEqual(keybindings.map(({ command }) => command).sort(), prompted, "each action of the list has a key");
    assert.strictEqual(new Set(keybindings.map(({ key }) => key)).size, keybindings.length, "each key has one action");
    for (const { key, when } of keybindings) assert.match(when, /^tracuu\.isPrompting /, `${key} is no key of the whole editor`);
    const hidden = menus.commandPalette.map(({ command }) => command);
    for (const name of prompted) assert(hidden.includes(name), `${name} is not in the palette`);

    const sources = libraries.map((name) => read(`lib/${name}`)).join("\n");
    const settings = new Set([...sources.matchAll(/setting\("(\w+)", ([^)]+)\)/g)].map(([, name, value]) => `tracuu.${name} ${value}`));
    const declared = Object.entries(configuration.properties).map(([name, { default: value }]) => `${name} ${JSON.stringify(value)}`);
    assert.deepStrictEqual([...settings].sort(), declared.sort(), "settings, and their defaults");
    const readme = read("README.md");
    for (const { command, title } of commands) {
        if (!hidden.includes(command)) assert(readme.includes(`Tracuu: ${title}`), `README.md names ${title}`);
    }
    for (const { key } of keybindings) assert(readme.toLowerCase().includes(`\`${key}\``), `README.md names the key ${key}`);
    for (const name of Object.keys(configuration.properties)) assert(readme.includes(`\`${name}\``), `README.md names ${name}`);
}

/** The package has the parts that the editor looks for, each file of the extension, and a type for each. */
const inspection = `
import json, sys, zipfile
from xml.etree import ElementTree
with zipfile.ZipFile(sys.argv[1]) as archive:
    names = archive.namelist()
    assert archive.testzip() is None and len(set(names)) == len(names)
    manifest = ElementTree.fromstring(archive.read("extension.vsixmanifest"))
    types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
    package = json.loads(archive.read("extension/package.json"))
space = "{http://schemas.microsoft.com/developer/vsx-schema/2011}"
assert manifest.tag == space + "PackageManifest" and manifest.get("Version") == "2.0.0"
identity = manifest.find(f"{space}Metadata/{space}Identity")
assert [identity.get(key) for key in ("Id", "Version", "Publisher")] == [package[key] for key in ("name", "version", "publisher")]
properties = {one.get("Id"): one.get("Value") for one in manifest.iter(space + "Property")}
assert properties["Microsoft.VisualStudio.Code.Engine"] == package["engines"]["vscode"]
assert properties["Microsoft.VisualStudio.Code.ExtensionKind"] == ",".join(package["extensionKind"])
assert all(asset.get("Path") in names for asset in manifest.iter(space + "Asset"))
known = {one.get("Extension") for one in types}
assert all("." + name.rsplit(".", 1)[1] in known for name in names if name != "[Content_Types].xml")
print(json.dumps(sorted(names)))
`;

function checkPackage() {
    const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "tracuu-vsix-"));
    try {
        const [one, other] = ["one.vsix", "other.vsix"].map((name) => path.join(temporary, name));
        for (const file of [one, other]) execFileSync(path.join(folder, "package"), [file], { stdio: "ignore" });
        assert(fs.readFileSync(one).equals(fs.readFileSync(other)), "the same files give the same package");
        const names = JSON.parse(execFileSync("python3", ["-c", inspection, one], { encoding: "utf8" }));
        const files = ["package.json", "extension.js", "README.md", "CHANGELOG.md", "media/tracuu.svg", ...libraries.map((name) => `lib/${name}`)];
        const expected = ["extension.vsixmanifest", "[Content_Types].xml", ...files.map((name) => `extension/${name}`)];
        assert.deepStrictEqual(names, expected.sort(), "the files of the package");
        execFileSync("python3", ["-m", "zipfile", "-e", one, path.join(temporary, "unpacked")]);
        const main = path.join(temporary, "unpacked/extension", manifest.main);
        assert(fs.existsSync(main), "main");
    } finally {
        fs.rmSync(temporary, { recursive: true });
    }
}

/** What the extension requires is its own, Node's, or the editor's: there is nothing to install. */
function checkRequires() {
    const allowed = new Set(["vscode", "child_process", "fs", "net", "os", "path"]);
    for (const name of ["extension.js", ...libraries.map((library) => `lib/${library}`)]) {
        for (const [, module] of read(name).matchAll(/require\("([^"]+)"\)/g)) {
            if (module.startsWith(".")) assert(fs.existsSync(path.join(folder, path.dirname(name), `${module}.js`)), `${name} requires ${module}`);
            else assert(allowed.has(module), `${name} requires ${module}`);
        }
    }
}

checkManifest();
checkPackage();
checkRequires();
console.log("manifest, commands, settings, package: sound");
