"use strict";

const net = require("net");
const daemon = require("./daemon");
const { Decoder, encode } = require("./framing");

/** The daemon's codes that a client treats in a way of their own. */
const codes = { cancelled: -32800, contentModified: -32801, indexUnusable: -32003, tooLarge: -32005 };

/** An error that the daemon answered. */
class AnswerError extends Error {
    /** @param {{code: number, message: string, data?: any}} error */
    constructor(error) {
        const recovery = error.data && (error.data.recovery || error.data.mend);
        super(error.code === codes.indexUnusable && recovery ? `${error.message}; ${recovery}` : error.message);
        this.code = error.code;
        this.data = error.data;
    }
}

/** What a request gets that is closed before its answer. */
function closed() {
    return new AnswerError({ code: codes.cancelled, message: "the connection was closed" });
}

/**
 * @typedef {{resolve: (result: any) => void, reject: (error: Error) => void, method: string, params: object,
 *   isSent: boolean, isRepeated: boolean, isCancelled: boolean}} Waiting
 * @typedef {Promise<any> & {cancel: () => void}} Request
 */

/** One connection to the daemon, opened with the first request, renewed where it is lost. */
class Client {
    /** @param {() => daemon.Place} place tells where the daemon is, at each connection */
    constructor(place) {
        this.place = place;
        this.lastId = 0;
        /** @type {Map<number, Waiting>} */
        this.waiting = new Map();
        /** @type {Promise<net.Socket> | undefined} */
        this.connecting = undefined;
        /** @type {net.Socket | undefined} */
        this.socket = undefined;
        /** Sockets that are open or opening. */
        this.sockets = /** @type {Set<net.Socket>} */ (new Set());
        this.isClosed = false;
        /** @type {Map<string, Set<(params: any) => void>>} */
        this.listeners = new Map();
    }

    /**
     * Asks, and gives the answer; `cancel()` of the promise has the daemon stop.
     * @param {string} method
     * @param {object} params
     * @returns {Request}
     */
    request(method, params) {
        const id = ++this.lastId;
        const answer = new Promise((resolve, reject) => {
            this.waiting.set(id, { resolve, reject, method, params, isSent: false, isRepeated: false, isCancelled: false });
            this.connected().then(
                (socket) => {
                    const request = this.waiting.get(id);
                    if (request) this.send(socket, id, request);
                },
                (error) => this.settle(id, (request) => request.reject(error)),
            );
        });
        return Object.assign(answer, { cancel: () => this.cancel(id) });
    }

    /**
     * Has a function called with each notification of a method, until the returned function is called.
     * @param {string} method
     * @param {(params: any) => void} listener
     * @returns {() => void}
     */
    on(method, listener) {
        const listeners = this.listeners.get(method) || new Set();
        this.listeners.set(method, listeners.add(listener));
        return () => listeners.delete(listener);
    }

    /** Closes the connection for good. */
    close() {
        this.isClosed = true;
        this.socket = this.connecting = undefined;
        for (const socket of this.sockets) socket.destroy();
        for (const id of [...this.waiting.keys()]) this.settle(id, (request) => request.reject(closed()));
    }

    /** @returns {Promise<net.Socket>} */
    connected() {
        if (this.isClosed) return Promise.reject(closed());
        if (!this.connecting) {
            const connecting = this.connect();
            this.connecting = connecting;
            connecting.catch(() => {
                if (this.connecting === connecting) this.connecting = undefined;
            });
        }
        return this.connecting;
    }

    /** @returns {Promise<net.Socket>} */
    async connect() {
        const place = this.place();
        try {
            return await this.open(daemon.socketPath(place));
        } catch (error) {
            // Errors of the system have a code in letters; what the daemon itself says is no reason to start one.
            if (typeof (/** @type {{code?: string | number}} */ (error).code) !== "string" || this.isClosed) throw error;
            return this.open(await daemon.start(place)).catch((/** @type {Error} */ failure) => {
                throw new Error(`tracuu: the daemon was started, but does not answer (${failure.message}); see tracuu status`);
            });
        }
    }

    /**
     * @param {string} path
     * @returns {Promise<net.Socket>}
     */
    open(path) {
        return new Promise((resolve, reject) => {
            const socket = net.createConnection(path);
            const decoder = new Decoder();
            this.sockets.add(socket);
            socket.on("error", (error) => {
                reject(error);
                this.lose(socket);
            });
            socket.on("close", () => {
                this.sockets.delete(socket);
                reject(Object.assign(new Error("the daemon closed the connection"), { code: "ECONNRESET" }));
                this.lose(socket);
            });
            socket.on("data", (chunk) => {
                try {
                    for (const message of decoder.add(chunk)) this.receive(socket, message, resolve, reject);
                } catch (error) {
                    reject(/** @type {Error} */ (error));
                    socket.destroy();
                }
            });
            socket.on("connect", () => {
                const params = { clientName: "vscode", positionEncoding: "utf-16" };
                socket.write(encode({ jsonrpc: "2.0", id: "initialize", method: "initialize", params }));
            });
        });
    }

    /**
     * @param {net.Socket} socket
     * @param {any} message
     * @param {(socket: net.Socket) => void} resolve
     * @param {(error: Error) => void} reject
     */
    receive(socket, message, resolve, reject) {
        if (message.id === "initialize") {
            if (message.error) return reject(new AnswerError(message.error));
            if (!message.result.methods.includes("narrow")) {
                socket.destroy();
                return reject(new Error("tracuu: the daemon is older than this extension; type: tracuu daemon restart"));
            }
            this.socket = socket;
            socket.write(encode({ jsonrpc: "2.0", id: "subscribe", method: "subscribe" }));
            resolve(socket);
            return this.tell("connected", message.result);
        }
        if (typeof message.id === "number") {
            return this.settle(message.id, (request) => {
                if (message.error) request.reject(new AnswerError(message.error));
                else request.resolve(message.result);
            });
        }
        return this.tell(message.method, message.params);
    }

    /**
     * Calls the listeners of a notification, and of `connected`, which comes with each connection.
     * @param {string} method
     * @param {any} params
     */
    tell(method, params) {
        for (const listener of this.listeners.get(method) || []) listener(params);
    }

    /**
     * What was asked and not answered is asked once more of the next connection.
     * @param {net.Socket} socket
     */
    lose(socket) {
        if (this.socket !== socket) return;
        this.socket = this.connecting = undefined;
        for (const [id, request] of [...this.waiting]) {
            if (request.isCancelled) {
                this.settle(id, () => request.reject(closed()));
                continue;
            }
            if (request.isRepeated) {
                this.settle(id, () => request.reject(new Error("tracuu: the daemon closed the connection twice; try again")));
                continue;
            }
            request.isRepeated = true;
            this.connected().then(
                (next) => this.waiting.has(id) && this.send(next, id, request),
                (error) => this.settle(id, () => request.reject(error)),
            );
        }
    }

    /**
     * @param {net.Socket} socket
     * @param {number} id
     * @param {Waiting} request
     */
    send(socket, id, request) {
        request.isSent = true;
        socket.write(encode({ jsonrpc: "2.0", id, method: request.method, params: request.params }));
    }

    /**
     * @param {number} id
     * @param {(request: Waiting) => void} body
     */
    settle(id, body) {
        const request = this.waiting.get(id);
        if (!request) return;
        this.waiting.delete(id);
        body(request);
    }

    /**
     * Has the daemon stop; what was asked is answered when it has.
     * @param {number} id
     */
    cancel(id) {
        const request = this.waiting.get(id);
        if (!request || request.isCancelled) return;
        request.isCancelled = true;
        if (request.isSent && this.socket) this.socket.write(encode({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id } }));
        else this.settle(id, () => request.reject(closed()));
    }
}

module.exports = { Client, AnswerError, codes };
