"use strict";

/** @typedef {import("./search").Span} Span */

/**
 * A text on one line.
 * @param {string} text
 * @returns {string}
 */
function singleLine(text) {
    return text.replace(/\s+/g, " ").trim();
}

/**
 * A text on one line in which every place stays where it is, as highlights need it.
 * @param {string} text
 * @returns {string}
 */
function sameLength(text) {
    return text.replace(/\s/g, " ");
}

/**
 * A text for labels of a list, in which `$(name)` would be drawn as an icon.
 * @param {string} text
 * @returns {string}
 */
function withoutIcons(text) {
    return text.replace(/\$\(/g, "\\$(");
}

/**
 * A text whose lines end as those of a document made of it do, with the places of its highlights in it.
 * @param {string} text
 * @param {Span[]} spans in their order
 * @returns {{text: string, spans: Span[]}}
 */
function withPlainLines(text, spans) {
    const pairs = [...text.matchAll(/\r\n/g)].map((match) => /** @type {number} */ (match.index));
    let passed = 0;
    const moved = (/** @type {number} */ place) => {
        while (passed < pairs.length && pairs[passed] + 1 < place) passed += 1;
        while (passed > 0 && pairs[passed - 1] + 1 >= place) passed -= 1;
        return place - passed;
    };
    return {
        text: text.replace(/\r\n|[\r\u2028\u2029]/g, "\n"),
        spans: spans.map(([start, end]) => [moved(start), moved(end)]),
    };
}

/**
 * How many articles there are.
 * @param {import("./search").Total} total
 * @returns {string}
 */
function articles(total) {
    const count = `${total.relation === "atLeast" ? "at least " : ""}${total.value.toLocaleString("en-US")}`;
    return `${count} ${total.value === 1 ? "article" : "articles"}`;
}

/**
 * What a hit says besides its title.
 * @param {import("./search").Hit} hit
 * @returns {string}
 */
function origin(hit) {
    return [hit.date && hit.date.slice(0, 10), hit.source, hit.author].filter(Boolean).join("  ");
}

/**
 * What a list says of a change of the index.
 * @param {number | undefined} known how many articles there were when the list was made
 * @param {number} now
 * @returns {string}
 */
function news(known, now) {
    return known !== undefined && now > known ? `${(now - known).toLocaleString("en-US")} new` : "index changed";
}

module.exports = { singleLine, sameLength, withoutIcons, withPlainLines, articles, origin, news };
