"use strict";

/**
 * Puts a message into the base protocol of LSP.
 * @param {object} message
 * @returns {Buffer}
 */
function encode(message) {
    const body = Buffer.from(JSON.stringify(message), "utf8");
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, "ascii"), body]);
}

/** Takes messages out of bytes as they arrive, in any pieces. */
class Decoder {
    constructor() {
        /** @type {Buffer} */
        this.bytes = Buffer.alloc(0);
    }

    /**
     * Adds bytes, and gives the messages that are whole now.
     * @param {Buffer} chunk
     * @returns {any[]}
     * @throws {Error} where the bytes are not the protocol
     */
    add(chunk) {
        this.bytes = this.bytes.length ? Buffer.concat([this.bytes, chunk]) : chunk;
        const messages = [];
        for (;;) {
            const end = this.bytes.indexOf("\r\n\r\n");
            if (end < 0) return messages;
            const length = /^content-length: *(\d+)/im.exec(this.bytes.toString("ascii", 0, end));
            if (!length) throw new Error("what answers does not speak the protocol");
            const start = end + 4;
            const stop = start + Number(length[1]);
            if (this.bytes.length < stop) return messages;
            messages.push(JSON.parse(this.bytes.toString("utf8", start, stop)));
            this.bytes = this.bytes.subarray(stop);
        }
    }
}

module.exports = { encode, Decoder };
