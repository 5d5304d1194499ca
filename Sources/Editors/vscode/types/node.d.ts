// The names of Node that the extension uses, as Node 18 declares them.

declare class Buffer extends Uint8Array {
    static alloc(size: number): Buffer;
    static from(text: string, encoding: string): Buffer;
    static concat(parts: Buffer[]): Buffer;
    indexOf(text: string): number;
    toString(encoding: string, start?: number, end?: number): string;
    subarray(start: number, end?: number): Buffer;
}

declare namespace NodeJS {
    interface Timeout {
        ref(): this;
    }
}

declare const process: { env: { [name: string]: string | undefined }; pid: number };
declare function setTimeout(body: () => void, milliseconds: number): NodeJS.Timeout;
declare function clearTimeout(timer: NodeJS.Timeout | undefined): void;
declare function require(name: string): any;
declare const module: { exports: any };

declare module "net" {
    interface Socket {
        on(event: "error", listener: (error: Error) => void): this;
        on(event: "close" | "connect", listener: () => void): this;
        on(event: "data", listener: (chunk: Buffer) => void): this;
        write(bytes: Buffer): boolean;
        destroy(): this;
    }
    function createConnection(path: string): Socket;
}

declare module "child_process" {
    function execFile(
        program: string,
        options: string[],
        done: (error: (Error & { code?: string | number }) | null, output: string, errors: string) => void,
    ): void;
}

declare module "fs" {
    function existsSync(path: string): boolean;
    function readFileSync(path: string, encoding: string): string;
    function appendFileSync(path: string, text: string, options: { mode: number }): void;
    function writeFileSync(path: string, text: string, options: { mode: number }): void;
    function renameSync(from: string, to: string): void;
    function mkdirSync(path: string, options: { recursive: boolean; mode: number }): void;
}

declare module "os" {
    function homedir(): string;
    function userInfo(): { uid: number };
}

declare module "path" {
    function join(...parts: string[]): string;
    function dirname(path: string): string;
    function basename(path: string): string;
    function isAbsolute(path: string): boolean;
}
