import Foundation
import Seeding
import TemporaryFolders
import Testing
import Xapian
import XapianSamples

@testable import XapianGlass

/// Scratch files that lose or change bytes between writing and reading.
@Suite("Faults in scratch files")
struct ScratchFaultTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let documents = (0..<400).map { number in
        var document = Document(
            "chung từ\(number % 37) riêng\(number)", values: [1: "v\(number % 11)"], data: "dữ liệu \(number)")
        document.addTerm("nhiều", frequency: UInt32(1 + number % 900))
        return document
    }

    /// Fills two parts, each with several runs.
    private func fill() throws -> [FilledPart] {
        let fillers = try (0..<2).map { try BulkFiller(folder: folder.path, index: $0, runBytes: 300 << 10) }
        for (note, document) in ScratchFaultTests.documents.enumerated() {
            try fillers[note % 2].add(document, note: UInt32(note))
        }
        return try fillers.map { try $0.finish() }
    }

    private func write(_ parts: [FilledPart], to name: String) throws {
        try BulkDatabase(parts: parts, numbers: (1...400).map { UInt32($0) }, threads: 2)
            .write(to: folder.path(of: name), scratch: folder.path, metadata: [:])
    }

    @Test(
        "A truncated file is named, wherever it ends",
        arguments: ["postings-0", "postings-1", "documents-0", "documents-1"])
    func shortened(name: String) throws {
        let parts = try fill()
        let path = folder.path(of: name)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for (attempt, size) in [whole.count - 1, whole.count / 2, 1, 0].enumerated() {
            #expect(truncate(path, off_t(size)) == 0)
            let error = #expect(throws: XapianError.self) { try write(parts, to: "short-\(attempt)") }
            #expect(error?.kind == .database)
            #expect(error?.message == "\(path) does not hold what was written to it")
        }
    }

    @Test("Every flipped bit is named", arguments: ["postings-0", "postings-1", "documents-0", "documents-1"])
    func flipped(name: String) throws {
        let parts = try fill()
        let path = folder.path(of: name)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        var generator = SeededGenerator(seed: 9)
        for attempt in 0..<40 {
            var damaged = whole
            let place = Int.random(in: 0..<whole.count, using: &generator)
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.write(contentsOf: damaged)
            try file.close()
            let error = #expect(throws: XapianError.self, "byte \(place)") {
                try write(parts, to: "flipped-\(attempt)")
            }
            #expect(error?.message == "\(path) does not hold what was written to it")
        }
    }

    @Test("Changed postings are detected before the database is complete")
    func miscounted() throws {
        let parts = try fill()
        let first = parts[0]
        let others = [
            FilledPart(
                runs: Array(first.runs.dropLast()), spool: first.spool, spoolSize: first.spoolSize, notes: first.notes,
                places: first.places, postings: first.postings),
            FilledPart(
                runs: first.runs + first.runs, spool: first.spool, spoolSize: first.spoolSize, notes: first.notes,
                places: first.places, postings: 2 * first.postings),
        ]
        for (attempt, other) in others.enumerated() {
            let error = #expect(throws: XapianError.self) { try write([other, parts[1]], to: "other-\(attempt)") }
            #expect(error?.message.hasSuffix("the postings are not those that were gathered") == true)
        }
        try write(parts, to: "whole")
        #expect(try Database(path: folder.path(of: "whole")).documentCount == 400)
    }

    @Test("A piece is read as it was written, or not at all")
    func pieces() throws {
        let path = folder.path(of: "pieces")
        let file = try ScratchFile(path: path)
        let pieces = try ["một", "", "hai ba"].reduce(into: [ScratchFile.Piece]()) { pieces, text in
            let place = pieces.last.map { $0.place + $0.size } ?? 0
            pieces.append(try bytes(text).withUnsafeBytes { try file.write($0, at: place) })
        }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 8)
        defer { buffer.deallocate() }
        for (piece, text) in zip(pieces, ["một", "", "hai ba"]) {
            try file.read(piece, into: buffer)
            #expect(buffer[..<piece.size].elementsEqual(text.utf8))
        }
        let small = UnsafeMutableRawBufferPointer(rebasing: buffer[..<2])
        #expect(throws: XapianError.self) { try file.read(pieces[0], into: small) }
        #expect(truncate(path, 8) == 0)
        #expect(throws: XapianError.self) { try file.read(pieces[2], into: buffer) }
    }
}
