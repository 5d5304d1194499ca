import Foundation
import Seeding
import TemporaryFolders
import Testing
import Xapian
import XapianSamples

@testable import XapianGlass

/// Lists that are read straight from a table have to be what Xapian reads from it.
@Suite("Posting lists read from a sealed table")
struct SealedPostingsTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Documents with terms of all lengths of postings, with zero bytes, and one that begins like another.
    private static func documents(_ count: Int, seed: UInt64) -> [Document] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            var document = Document("chung", data: "\(number)")
            for _ in 0..<20 {
                let word = Int.random(in: 0..<Int.random(in: 1...900, using: &generator), using: &generator)
                document.addTerm("từ\(word)", frequency: UInt32.random(in: 0...70_000, using: &generator))
            }
            document.addTerm([0, UInt8(number % 7)], frequency: 1)
            document.addTerm([99, 104], frequency: UInt32(number % 3))
            document.addTerm([99, 104, 0], frequency: 2)
            document.addTerm([99, 104, 0, 117], frequency: 3)
            return document
        }
    }

    /// Writes documents with Xapian, with gaps between their numbers, and has it compact them as a sealed generation is.
    private func compacted(_ documents: [Document]) throws -> String {
        let plain = try WritableDatabase(path: folder.path(of: "plain"), opening: .create, options: .noSync)
        for (number, document) in documents.enumerated() { try plain.replace(UInt32(3 + 7 * number), with: document) }
        try plain.commit()
        try plain.close()
        let path = folder.path(of: "compacted")
        try Database.compact(from: [folder.path(of: "plain")], to: path, options: .keepsDocumentIDs)
        return path
    }

    private func bulk(_ documents: [Document]) throws -> String {
        let filler = try BulkFiller(folder: folder.path, index: 0)
        for (note, document) in documents.enumerated() { try filler.add(document, note: UInt32(note)) }
        let path = folder.path(of: "bulk")
        let numbers = (0..<documents.count).map { UInt32(1 + 40_000 * $0) }
        try BulkDatabase(parts: [try filler.finish()], numbers: numbers, threads: 1)
            .write(to: path, scratch: folder.path, metadata: ["a": bytes("b")])
        return path
    }

    @Test(
        "Lists equal those of Xapian, in a database it compacted and in one written in one pass",
        arguments: [false, true])
    func same(isBulk: Bool) throws {
        let documents = SealedPostingsTests.documents(3_000, seed: 11)
        let path = isBulk ? try bulk(documents) : try compacted(documents)
        let (database, sealed) = (try Database(path: path), try SealedPostings(folder: path))
        for entry in try database.terms(withPrefix: []) {
            let (found, expected) = (try sealed.postings(of: entry.term), try database.postings(of: entry.term))
            #expect(found == expected, "\(text(entry.term))")
        }
        #expect(try sealed.lengths() == database.documentLengths())
        for absent in ["", "c", "chun", "chungx", "zzz", "\u{0}"] {
            #expect(try sealed.postings(of: bytes(absent)).isEmpty)
        }
    }

    @Test("The lists of an empty database are empty")
    func empty() throws {
        let sealed = try SealedPostings(folder: try bulk([]))
        #expect(try sealed.postings(of: bytes("chung")).isEmpty)
        #expect(try sealed.lengths().isEmpty)
    }

    @Test("A damaged table gives an error or a list, never a trap", arguments: 0..<4 as Range<UInt64>)
    func damaged(seed: UInt64) throws {
        let path = try bulk(SealedPostingsTests.documents(400, seed: seed))
        var generator = SeededGenerator(seed: seed)
        for name in ["/postlist.glass", "/iamglass"] {
            let url = URL(fileURLWithPath: path + name)
            let sound = try Data(contentsOf: url)
            for round in 0..<80 {
                var damaged = sound
                if round % 10 == 0 { damaged = damaged.prefix(Int.random(in: 0..<damaged.count, using: &generator)) }
                for _ in 0..<3 where !damaged.isEmpty {
                    damaged[Int.random(in: 0..<damaged.count, using: &generator)] = .random(
                        in: .min ... .max, using: &generator)
                }
                try damaged.write(to: url)
                do {
                    let sealed = try SealedPostings(folder: path)
                    for term in ["chung", "từ0", "từ1", "từ5", "ch", "ch\u{0}u"] {
                        let found = try sealed.postings(of: bytes(term))
                        #expect(zip(found, found.dropFirst()).allSatisfy { $0.document < $1.document })
                    }
                    _ = try sealed.lengths()
                } catch { #expect([.databaseCorrupt, .databaseVersion].contains(error.kind)) }
            }
            try sound.write(to: url)
        }
    }

    @Test("A folder without a database is an error")
    func missing() throws {
        #expect(kind { _ = try SealedPostings(folder: folder.path(of: "none")) } == .database)
    }
}
