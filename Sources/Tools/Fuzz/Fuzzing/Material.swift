import Foundation

/// The seeds and the dictionary of a fuzzer.
package struct Material: Sendable {
    /// Whole inputs to start from.
    package let seeds: [[UInt8]]
    /// Pieces from which texts are composed.
    package let pieces: [String]

    /// Creates material from invented texts.
    package init(seeds: [String], pieces: [String]) {
        self.init(seedBytes: seeds.map { Array($0.utf8) }, pieces: pieces)
    }

    /// Creates material from inputs that are no texts.
    package init(seedBytes: [[UInt8]], pieces: [String]) {
        seeds = seedBytes
        self.pieces = pieces
    }

    /// Writes the material and ends the process where its arguments are `--write FOLDER`.
    ///
    /// `FOLDER/seeds/` has a file for each seed, `FOLDER/pieces.dict` is a dictionary as libFuzzer reads it. libFuzzer
    /// owns the process's `main`; its initialization calls this before it reads the arguments.
    package func writeIfAsked() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, arguments[1] == "--write" else { return }
        do {
            try write(to: URL(filePath: arguments[2], directoryHint: .isDirectory))
            exit(0)
        } catch {
            FileHandle.standardError.write(
                Data("Cannot write to \(arguments[2]): \(error.localizedDescription)\n".utf8))
            exit(1)
        }
    }

    private func write(to folder: URL) throws {
        let seedFolder = folder.appending(path: "seeds", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: seedFolder, withIntermediateDirectories: true)
        for (number, seed) in seeds.enumerated() {
            try Data(seed).write(to: seedFolder.appending(path: "\(number)"))
        }
        let lines = pieces.map { piece in
            "\"" + piece.utf8.map { byte in "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined() + "\"\n"
        }
        try Data(lines.joined().utf8).write(to: folder.appending(path: "pieces.dict"))
    }
}
