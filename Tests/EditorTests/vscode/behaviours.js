"use strict";

const { pages } = require("./behaviours/pages");
const { prompt } = require("./behaviours/prompt");
const { documents } = require("./behaviours/documents");
const { tree } = require("./behaviours/tree");
const { trouble } = require("./behaviours/trouble");
const { parts } = require("./behaviours/parts");

/** What is VS Code's own, and what the scenario does not reach: names, and checks that give what is wrong, or undefined. */
const behaviours = { ...parts, ...prompt, ...pages, ...documents, ...tree, ...trouble };

module.exports = { behaviours };
