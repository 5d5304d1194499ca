import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Enquire")
struct EnquireTests {
    let folder: TemporaryFolder
    let database: Database

    init() throws {
        folder = try TemporaryFolder()
        try makeDatabase(
            folder.path(of: "db"),
            [
                Document("x", values: [0: "2012", 1: "báo"]),
                Document("x x x", values: [1: "báo"]),
                Document("x y", values: [0: "2010", 1: "tin"]),
                Document("x x y z"),
                Document("x", values: [0: "2015"]),
                Document("x x x x", values: [0: "2012"]),
            ])
        database = try Database(path: folder.path(of: "db"))
    }

    private func order(_ order: Enquire.Order, _ query: Query = .term("x")) throws -> [DocumentID] {
        try Enquire(query, order: order).matches(in: database).items.map(\.document)
    }

    @Test("Values sort in both directions, documents without one last, equal ones by weight")
    func byValue() throws {
        let ascending = try order(.value(slot: 0, ascending: true))
        #expect(ascending.prefix(4) == [3, 6, 1, 5])
        #expect(Set(ascending.suffix(2)) == [2, 4])
        let descending = try order(.value(slot: 0, ascending: false))
        #expect(descending.prefix(4) == [5, 6, 1, 3])
        #expect(Set(descending.suffix(2)) == [2, 4])
    }

    @Test("Document numbers sort in both directions, and weigh nothing")
    func byDocument() throws {
        #expect(try order(.documentID()) == [1, 2, 3, 4, 5, 6])
        #expect(try order(.documentID(ascending: false)) == [6, 5, 4, 3, 2, 1])
        let matches = try Enquire(.term("x"), order: .documentID()).matches(in: database)
        #expect(matches.items.allSatisfy { $0.weight == 0 })
    }

    @Test("Relevance sorts by weight, and weights fall")
    func byRelevance() throws {
        let items = try Enquire(.or([.term("y"), .term("z")])).matches(in: database).items
        #expect(items.map(\.document) == [4, 3])
        #expect(items[0].weight > items[1].weight)
    }

    @Test("Pages add up to all matches, and odd limits are clamped")
    func pages() throws {
        let all = try Enquire(.term("x")).matches(in: database).items
        let pages = try (0..<6).flatMap { try Enquire(.term("x"), first: $0, limit: 1).matches(in: database).items }
        #expect(pages == all)
        #expect(try Enquire(.term("x"), first: -5, limit: .max).matches(in: database).items == all)
        #expect(try Enquire(.term("x"), first: .max, limit: .max).matches(in: database).items == [])
        let none = try Enquire(.term("x"), limit: -1, checkAtLeast: .max).matches(in: database)
        #expect(none.items == [])
        #expect(none.lowerBound == 6)
    }

    @Test("Values are counted over every match that was looked at")
    func counts() throws {
        let search = Enquire(.term("x"), limit: 1, checkAtLeast: .max, countedSlots: [1, 0, 9])
        let matches = try search.matches(in: database, stopping: MatchGuard())
        #expect(matches.items.count == 1)
        #expect(
            matches.valueCounts == [
                0: [
                    ValueCount(value: bytes("2010"), count: 1), ValueCount(value: bytes("2012"), count: 2),
                    ValueCount(value: bytes("2015"), count: 1),
                ],
                1: [ValueCount(value: bytes("báo"), count: 2), ValueCount(value: bytes("tin"), count: 1)],
                9: [],
            ])
    }

    @Test(
        "Every weighting finds the same documents",
        arguments: [Weighting.boolean, .coordinate, .bm25(), .bm25(k1: 1.2, b: 0.75), .bm25Plus(), .inL2(), .pl2()])
    func weightings(weighting: Weighting) throws {
        let matches = try Enquire(.or([.term("x"), .term("y")]), weighting: weighting).matches(in: database)
        #expect(Set(matches.items.map(\.document)) == [1, 2, 3, 4, 5, 6])
        #expect(matches.items.allSatisfy { $0.weight <= matches.highestPossibleWeight })
        if weighting == .coordinate {
            #expect(matches.items.prefix(2).map(\.weight) == [2, 2])
        }
    }

    @Test("Parameters reach their formula, and invalid ones are refused")
    func parameters() throws {
        func weights(_ weighting: Weighting) throws -> [Double] {
            try Enquire(.term("x"), weighting: weighting, order: .relevance).matches(in: database).items.map(\.weight)
        }
        #expect(try weights(.bm25()) != weights(.bm25(k1: 2)))
        #expect(try weights(.bm25()) != weights(.bm25(b: 0)))
        #expect(try weights(.bm25Plus()) != weights(.bm25Plus(delta: 0.2)))
        #expect(kind { _ = try weights(.bm25(k1: .nan)) } == .invalidArgument)
        #expect(kind { _ = try weights(.inL2(c: 0)) } == .invalidArgument)
    }

    @Test("Values are counted whole, or by their beginnings")
    func counting() throws {
        var enquire = Enquire(.term("x"), checkAtLeast: .max, countedSlots: [0, 1])
        let whole = try enquire.matches(in: database)
        #expect(whole.valueCounts[0]?.map { text($0.value) } == ["2010", "2012", "2015"])
        #expect(whole.valueCounts[0]?.map(\.count) == [1, 2, 1])
        enquire.countedLengths = [0: 3]
        let cut = try enquire.matches(in: database)
        #expect(cut.valueCounts[0]?.map { text($0.value) } == ["201"])
        #expect(cut.valueCounts[0]?.map(\.count) == [4])
        #expect(cut.valueCounts[1] == whole.valueCounts[1])
    }

    @Test("Documents with any term of a prefix are found in several databases as one")
    func beginningsInSeveralDatabases() throws {
        try makeDatabase(folder.path(of: "other"), [Document("z"), Document("ya"), Document("yb x")])
        let both = try Database(paths: [folder.path(of: "db"), folder.path(of: "other")])
        let found = try Enquire(.anyTerm(beginning: bytes("y")), order: .documentID()).matches(in: both)
        // Documents 3 and 4 of the first database, 2 and 3 of the second.
        #expect(found.items.map(\.document) == [4, 5, 6, 7])
        #expect(found.isExact && found.lowerBound == 4)
    }
}
