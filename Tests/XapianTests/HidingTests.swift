import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Hidden documents")
struct HidingTests {
    let folder: TemporaryFolder
    let database: Database

    /// Two databases as one; the second one's documents have the even numbers.
    init() throws {
        folder = try TemporaryFolder()
        try makeDatabase(
            folder.path(of: "a"), [Document("x a", values: [0: "1"], data: "a1"), Document("x", data: "a2")])
        try makeDatabase(
            folder.path(of: "b"),
            [
                Document("x rare", values: [0: "1"], data: "b1"), Document("x y", values: [0: "2"], data: "b2"),
                Document("x rare y", values: [0: "2"], data: "b3"), Document("z", data: "b4"),
            ])
        database = try Database(paths: [folder.path(of: "a"), folder.path(of: "b")])
        // The first and the third of the second one.
        try database.hide([0b1010], inDatabaseAt: 1)
    }

    @Test("Hidden documents are not counted, listed or read")
    func reading() throws {
        #expect(try database.documentCount == 4)
        #expect(database.hiddenCount == 2)
        #expect(try database.firstDatabaseDocumentCount == 2)
        #expect(try database.documents(with: []) == [1, 3, 4, 8])
        #expect(try database.documents(with: bytes("x")) == [1, 3, 4])
        #expect(try database.documents(with: [], after: 1, limit: 2) == [3, 4])
        #expect(try database.firstDocument(with: bytes("y")) == 4)
        for hidden in [2, 6] as [DocumentID] {
            #expect(kind { _ = try database.data(of: hidden) } == .documentNotFound)
            #expect(kind { _ = try database.value(of: hidden, slot: 0) } == .documentNotFound)
            #expect(kind { _ = try database.record(of: hidden, slot: 0) } == .documentNotFound)
            #expect(kind { _ = try database.terms(of: hidden) } == .documentNotFound)
            #expect(kind { _ = try database.length(of: hidden) } == .documentNotFound)
        }
        #expect(try text(database.data(of: 8)) == "b4")
    }

    @Test("Terms of hidden documents only are omitted, and other frequencies exclude hidden ones")
    func terms() throws {
        #expect(try !database.contains(bytes("rare")))
        #expect(try database.frequency(of: bytes("x")) == 3)
        let terms = try database.terms(withPrefix: []).map { "\(text($0.term)) \($0.frequency)" }
        #expect(terms == ["a 1", "x 3", "y 1", "z 1"])
    }

    @Test("No search finds hidden documents, with a guard or without, and counts are exact", arguments: [false, true])
    func searching(hasGuard: Bool) throws {
        let stop = hasGuard ? MatchGuard() : nil
        func found(_ query: Query, _ order: Enquire.Order = .documentID()) throws -> [DocumentID] {
            let enquire = Enquire(query, order: order, limit: 100, checkAtLeast: .max, countedSlots: [0])
            let matches = try enquire.matches(in: database, stopping: stop)
            #expect(matches.isExact && matches.lowerBound == matches.items.count)
            return matches.items.map(\.document)
        }
        #expect(try found(.term("x")) == [1, 3, 4])
        #expect(try found(.matchAll) == [1, 3, 4, 8])
        #expect(try found(.term("rare")) == [])
        #expect(try found(.and([.term("x"), .term("y")])) == [4])
        #expect(try found(.or([.term("rare"), .term("z")])) == [8])
        #expect(try found(.andNot(.matchAll, .term("x"))) == [8])
        #expect(try found(.andNot(.matchAll, .term("rare"))) == [1, 3, 4, 8])
        #expect(try found(.anyTerm(beginning: bytes("rar"))) == [])
        #expect(try found(.term("x"), .value(slot: 0, ascending: false)) == [4, 1, 3])
        #expect(try found(.term("x"), .relevance).sorted() == [1, 3, 4])
        let counts = try Enquire(.matchAll, checkAtLeast: .max, countedSlots: [0]).matches(in: database, stopping: stop)
        #expect(counts.valueCounts[0]?.map { "\(text($0.value)) \($0.count)" } == ["1 1", "2 1"])
        // Without looking at all, the bounds are right.
        let few = try Enquire(.term("x"), limit: 1).matches(in: database, stopping: stop)
        #expect(few.lowerBound <= 3 && few.upperBound >= 3)
    }

    @Test("The next call replaces the hidden set, an empty one clears it, and reopening keeps it")
    func changing() throws {
        let writer = try WritableDatabase(path: folder.path(of: "a"), opening: .open)
        try writer.add(Document("x", data: "a3"))
        try writer.close()
        #expect(try database.reopen())
        #expect(try database.documents(with: bytes("x")) == [1, 3, 4, 5])
        try database.hide([0, 1], inDatabaseAt: 1)
        #expect(try database.documents(with: bytes("x")) == [1, 2, 3, 4, 5, 6])
        #expect(database.hiddenCount == 1)
        try database.hide([], inDatabaseAt: 1)
        #expect(try database.documentCount == 7)
        #expect(kind { try database.hide([1], inDatabaseAt: 2) } == .invalidArgument)
    }

    @Test("Whole posting lists and sums still have hidden documents")
    func sums() throws {
        #expect(try database.postings(of: bytes("rare")).map(\.document) == [2, 6])
    }

    @Test("The revision of several databases is the first one's")
    func revision() throws {
        let first = try Database(path: folder.path(of: "a"))
        #expect(try database.revision == first.revision)
        let writer = try WritableDatabase(path: folder.path(of: "a"), opening: .open)
        try writer.setMetadata("k", to: [1])
        try writer.close()
        try database.reopen()
        try first.reopen()
        #expect(try database.revision == first.revision)
        #expect(try database.metadata("k") == [1])
    }
}
