import Seeding
import TemporaryFolders
import Testing
import Xapian
import XapianSamples

@testable import XapianGlass

/// A database written in one pass has to be what Xapian itself makes of the same documents.
@Suite("Databases written in one pass")
struct BulkDatabaseTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Writes documents with two fillers in turns and, beside it, with Xapian; a number of 0 leaves one out.
    private func write(
        _ documents: [Document], numbers: [UInt32], runBytes: Int = 1 << 20, metadata: [String: [UInt8]] = [:]
    ) throws -> (bulk: Database, plain: Database) {
        let fillers = try (0..<2).map {
            try BulkFiller(folder: folder.path, index: $0, runBytes: runBytes)
        }
        for (note, document) in documents.enumerated() {
            try fillers[note % 3 % 2].add(document, note: UInt32(note))
        }
        let path = folder.path(of: "bulk")
        try BulkDatabase(parts: fillers.map { try $0.finish() }, numbers: numbers, threads: 2)
            .write(to: path, scratch: folder.path, metadata: metadata)

        let plain = try WritableDatabase(path: folder.path(of: "plain"), opening: .create, options: .noSync)
        for (document, number) in zip(documents, numbers) where number > 0 { try plain.replace(number, with: document) }
        for (key, value) in metadata { try plain.setMetadata(key, to: value) }
        try plain.commit()
        return (try Database(path: path), plain)
    }

    private func expectAlike(_ bulk: Database, _ plain: Database) throws {
        let report = try Database.check(path: folder.path(of: "bulk"))
        #expect(report.problemCount == 0 && report.failure == nil, "\(report.text)")
        #expect(try bulk.documentCount == plain.documentCount)
        #expect(try bulk.lastDocumentID == plain.lastDocumentID)
        #expect(try bulk.averageLength == plain.averageLength)
        #expect(try bulk.terms(withPrefix: []) == plain.terms(withPrefix: []))
        for entry in try plain.terms(withPrefix: []) {
            #expect(try postings(entry.term, bulk) == postings(entry.term, plain), "\(text(entry.term))")
        }
        #expect(try bulk.documents(with: []) == plain.documents(with: []))
        for document in try plain.documents(with: []) {
            #expect(try bulk.data(of: document) == plain.data(of: document))
            #expect(try bulk.length(of: document) == plain.length(of: document))
            for slot: UInt32 in [0, 1, 7, 300] {
                #expect(try bulk.value(of: document, slot: slot) == plain.value(of: document, slot: slot))
            }
        }
        for slot: UInt32 in [0, 1, 7, 300] {
            let (found, expected) = (try bulk.valueBounds(slot: slot), try plain.valueBounds(slot: slot))
            #expect(found.lower == expected.lower && found.upper == expected.upper)
        }
    }

    private func postings(_ term: [UInt8], _ database: Database) throws -> [String] {
        try database.postings(of: term).map { "\($0.document):\($0.frequency)" }
    }

    @Test("A few documents")
    func few() throws {
        let documents = [
            Document("chợ quê chợ", values: [0: "2015", 7: "a"], data: "một"), Document("quê", values: [0: "2014"]),
            Document("đò", values: [7: "c", 300: "xa"], data: "ba"), Document("", data: "bốn"),
        ]
        let (bulk, plain) = try write(documents, numbers: [1, 2, 3, 4], metadata: ["a": bytes("b"), "aa": bytes("c")])
        try expectAlike(bulk, plain)
        #expect(try bulk.metadata("aa") == bytes("c"))
    }

    @Test("A database can have no document")
    func none() throws {
        let (bulk, plain) = try write([], numbers: [])
        try expectAlike(bulk, plain)
    }

    @Test("Documents in another order, some of them left out", arguments: [UInt64(1), 2])
    func reordered(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let documents = (0..<3_000).map { _ in BulkDatabaseTests.invented(&generator) }
        var numbers = (1...3_000).map { UInt32($0) }.shuffled(using: &generator)
        for place in stride(from: 5, to: 3_000, by: 17) { numbers[place] = 0 }
        // Small runs, so that many have to be merged.
        let (bulk, plain) = try write(documents, numbers: numbers, runBytes: 400 << 10)
        try expectAlike(bulk, plain)
    }

    @Test("Terms with zero bytes, long terms and many levels of blocks")
    func manyLevels() throws {
        let beginning = String(repeating: "dài", count: 40)
        let documents = (0..<4_000).map { number in
            var document = Document("\(beginning)\(number) chung", data: String(repeating: "x", count: number % 9_000))
            document.addTerm([0, UInt8(number % 256), 0, 65], frequency: UInt32(number % 5))
            document.addTerm([0], frequency: 0)
            document.setValue(bytes(String(repeating: "v", count: 1 + number % 90)), slot: 1)
            return document
        }
        let (bulk, plain) = try write(documents, numbers: (1...4_000).map { UInt32($0) })
        try expectAlike(bulk, plain)
    }

    @Test("High document numbers with gaps between them")
    func highNumbers() throws {
        let documents = (0..<600).map { Document("chung riêng\($0 % 7)", values: [1: "v\($0)"], data: "\($0)") }
        let (bulk, plain) = try write(documents, numbers: (0..<600).map { 1 + UInt32($0 * $0 * 37) })
        try expectAlike(bulk, plain)
    }

    @Test("Frequencies of a term that a document names twice are added")
    func repeatedTerm() throws {
        var document = Document("chợ quê")
        document.addTerm("chợ", frequency: 3)
        let (bulk, plain) = try write([document], numbers: [1])
        try expectAlike(bulk, plain)
    }

    @Test("A term that is too long for a key is refused")
    func longTerm() throws {
        let filler = try BulkFiller(folder: folder.path, index: 0)
        #expect(kind { try filler.add(Document(String(repeating: "a", count: 300)), note: 0) } == .invalidArgument)
    }

    @Test("The same documents give the same files, but for the name of the database")
    func deterministic() throws {
        var generator = SeededGenerator(seed: 3)
        let documents = (0..<500).map { _ in BulkDatabaseTests.invented(&generator) }
        let tables = try (0..<2).map { attempt in
            let folder = try TemporaryFolder()
            let fillers = try (0..<3).map { try BulkFiller(folder: folder.path, index: $0, runBytes: 300 << 10) }
            for (note, document) in documents.enumerated() {
                // Which filler has a document depends on the threads' timing.
                try fillers[(note / 7 + attempt) % 3].add(document, note: UInt32(note))
            }
            let path = folder.path(of: "bulk")
            try BulkDatabase(
                parts: fillers.map { try $0.finish() }, numbers: (1...500).map { UInt32($0) }, threads: 1 + attempt
            ).write(to: path, scratch: folder.path, metadata: [:])
            return try ["postlist.glass", "docdata.glass"].map { try contents(of: path + "/" + $0) }
        }
        #expect(tables[0] == tables[1])
    }

    @Test("Cancelling ends the writing")
    func cancelled() throws {
        let filler = try BulkFiller(folder: folder.path, index: 0)
        for note in 0..<50 { try filler.add(Document("chợ \(note)"), note: UInt32(note)) }
        let bulk = BulkDatabase(parts: [try filler.finish()], numbers: (1...50).map { UInt32($0) }, threads: 1)
        #expect(
            kind {
                try bulk.write(
                    to: folder.path(of: "bulk"), scratch: folder.path, metadata: [:], progress: { _ in false })
            } == .cancelled)
    }

    @Test("Xapian compacts what was written, and finds the same in it")
    func compacted() throws {
        var generator = SeededGenerator(seed: 5)
        let documents = (0..<400).map { _ in BulkDatabaseTests.invented(&generator) }
        let (bulk, _) = try write(documents, numbers: (1...400).map { UInt32($0) })
        try Database.compact(
            from: [folder.path(of: "bulk")], to: folder.path(of: "compacted"), options: .keepsDocumentIDs)
        let compacted = try Database(path: folder.path(of: "compacted"))
        for entry in try bulk.terms(withPrefix: []) {
            #expect(try postings(entry.term, bulk) == postings(entry.term, compacted))
        }
        #expect(try bulk.data(of: 7) == compacted.data(of: 7))
    }

    /// A document of words of which few are frequent, most rare.
    private static func invented(_ generator: inout SeededGenerator) -> Document {
        var document = Document()
        var words: Set<Int> = []
        for _ in 0..<Int.random(in: 0...60, using: &generator) {
            let most = Int.random(in: 1...5_000, using: &generator)
            words.insert(Int.random(in: 0..<most, using: &generator))
        }
        for word in words { document.addTerm("từ\(word)", frequency: UInt32.random(in: 0...300, using: &generator)) }
        if Bool.random(using: &generator) {
            document.setValue(bytes("20\(Int.random(in: 10...26, using: &generator))"), slot: 0)
        }
        document.setValue(bytes("\(words.count)"), slot: 1)
        document.data = bytes(String(repeating: "dữ liệu ", count: Int.random(in: 0...400, using: &generator)))
        return document
    }
}
