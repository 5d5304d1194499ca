import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Queries")
struct QueryTests {
    let folder: TemporaryFolder
    let database: Database

    init() throws {
        folder = try TemporaryFolder()
        try makeDatabase(
            folder.path(of: "db"),
            [
                Document("a", values: [0: "2010"]),
                Document("a b", values: [0: "2011"]),
                Document("a b c", values: [0: "2012"]),
                Document("b c"),
                Document("d abc", values: [0: "2015"]),
                Document("e", values: [0: "2016"]),
            ])
        let writer = try WritableDatabase(path: folder.path(of: "db"), opening: .open, options: .noSync)
        try writer.delete(6)
        try writer.close()
        database = try Database(path: folder.path(of: "db"))
    }

    static var a: Query { .term("a") }
    static var b: Query { .term("b") }
    static var c: Query { .term("c") }

    static var expected: [(Query, Set<DocumentID>)] {
        [
            (.matchAll, [1, 2, 3, 4, 5]),
            (.matchNothing, []),
            (a, [1, 2, 3]),
            (.term("a", frequency: 3), [1, 2, 3]),
            (.term("unknown"), []),
            (.term(String(repeating: "x", count: 1_000)), []),
            (.and([a, b]), [2, 3]),
            (.anyTerm(beginning: bytes("a")), [1, 2, 3, 5]),
            (.anyTerm(beginning: bytes("ab")), [5]),
            (.anyTerm(beginning: bytes("e")), []),
            (.anyTerm(beginning: bytes("x")), []),
            (.anyTerm(beginning: []), [1, 2, 3, 4, 5]),
            (.and([.anyTerm(beginning: bytes("c")), a]), [3]),
            (.andNot(.matchAll, .anyTerm(beginning: bytes("c"))), [1, 2, 5]),
            (.filter(b, by: .scaled(.anyTerm(beginning: bytes("a")), 0)), [2, 3]),
            (.and([]), []),
            (.and([a]), [1, 2, 3]),
            (.and([a, .matchAll]), [1, 2, 3]),
            (.and([a, .matchNothing]), []),
            (.or([a, c]), [1, 2, 3, 4]),
            (.or([]), []),
            (.or([a, .matchNothing]), [1, 2, 3]),
            (.exclusiveOr([a, b]), [1, 4]),
            (.synonym([a, c]), [1, 2, 3, 4]),
            (.maximum([a, c]), [1, 2, 3, 4]),
            (.elite([a, .term("d")], count: 2), [1, 2, 3, 5]),
            (.andNot(a, b), [1]),
            (.andNot(.matchAll, a), [4, 5]),
            (.andNot(a, .matchNothing), [1, 2, 3]),
            (.filter(a, by: c), [3]),
            (.andMaybe(a, c), [1, 2, 3]),
            (.scaled(a, 0.5), [1, 2, 3]),
            (.scaled(a, 0), [1, 2, 3]),
            (.valueRange(slot: 0, low: bytes("2011"), high: bytes("2012")), [2, 3]),
            (.valueRange(slot: 0, low: bytes("2012"), high: bytes("2011")), []),
            (.valueRange(slot: 0, low: [], high: bytes("2011")), [1, 2]),
            (.valueAtLeast(slot: 0, bytes("2012")), [3, 5]),
            (.valueAtLeast(slot: 0, []), [1, 2, 3, 4, 5]),
            (.valueAtMost(slot: 0, bytes("2011")), [1, 2]),
            (.valueAtMost(slot: 9, bytes("2011")), []),
            (.prefix(bytes("a"), PrefixExpansion(limit: 10)), [1, 2, 3, 5]),
            (.prefix(bytes("a"), PrefixExpansion(limit: 1)), [1, 2, 3]),
            (.prefix(bytes("ab"), PrefixExpansion(limit: 1, combination: .or)), [5]),
            (.prefix(bytes("a"), PrefixExpansion(limit: 1, overflow: .first, combination: .maximum)), [1, 2, 3]),
            (.prefix(bytes("a"), PrefixExpansion(limit: 2, overflow: .error)), [1, 2, 3, 5]),
            (.prefix(bytes("x"), PrefixExpansion(limit: 2)), []),
            (.prefix([], PrefixExpansion(limit: 100)), [1, 2, 3, 4, 5]),
        ]
    }

    @Test("Every kind of query finds its documents, with a guard and without", arguments: expected.indices)
    func finds(index: Int) throws {
        let (query, documents) = Self.expected[index]
        for stop in [nil, MatchGuard(), MatchGuard(limit: .seconds(3_600))] {
            let matches = try Enquire(query, checkAtLeast: .max).matches(in: database, stopping: stop)
            #expect(Set(matches.items.map(\.document)) == documents, "\(query)")
            #expect(matches.items.count == documents.count)
            #expect(matches.isExact)
            #expect(matches.lowerBound == documents.count)
        }
    }

    @Test("The most frequent terms of a prefix are those that are kept")
    func mostFrequent() throws {
        let many = folder.path(of: "many")
        let documents = (0..<60).map { index in
            Document(
                (0...(index / 3)).map { "t\(String(UnicodeScalar(UInt8(65 + $0 % 26))))\($0)" }.joined(separator: " "))
        }
        try makeDatabase(many, documents)
        let database = try Database(path: many)
        let entries = try database.terms(withPrefix: bytes("t")).sorted {
            ($1.frequency, text($0.term)) < ($0.frequency, text($1.term))
        }
        for limit in [1, 5, 19, 20, 50] {
            let kept = Query.or(entries.prefix(limit).map { .term($0.term) })
            let prefix = Query.prefix(bytes("t"), PrefixExpansion(limit: UInt32(limit), combination: .or))
            let expected = try Enquire(kept, limit: 100).matches(in: database)
            let found = try Enquire(prefix, limit: 100).matches(in: database)
            #expect(found.items.map(\.document) == expected.items.map(\.document))
            #expect(zip(found.items, expected.items).allSatisfy { abs($0.weight - $1.weight) < 1e-9 })
        }
    }

    @Test("Weights follow the operators: scaled, unweighted by a filter, the maximum, more by a maybe")
    func weights() throws {
        func weight(_ query: Query, of document: DocumentID = 3) throws -> Double {
            let items = try Enquire(query).matches(in: database).items
            return try #require(items.first { $0.document == document }).weight
        }
        let (a, c) = (try weight(Self.a), try weight(Self.c))
        #expect(abs(try weight(.scaled(Self.a, 2)) - 2 * a) < 1e-9)
        #expect(abs(try weight(.filter(Self.a, by: Self.c)) - a) < 1e-9)
        #expect(abs(try weight(.or([Self.a, Self.c])) - (a + c)) < 1e-9)
        #expect(abs(try weight(.andMaybe(Self.a, Self.c)) - (a + c)) < 1e-9)
        #expect(abs(try weight(.maximum([Self.a, Self.c])) - max(a, c)) < 1e-9)
        #expect(try weight(.matchAll) == 0)
    }

    @Test(
        "A query that makes no sense is refused",
        arguments: [
            Query.scaled(a, -1), .scaled(a, .nan), .scaled(a, .infinity), .term(""), .elite([a], count: 0),
            .prefix(bytes("a"), PrefixExpansion(limit: 0)), .or([.and([a, .term("")])]),
        ])
    func refused(query: Query) throws {
        #expect(kind { _ = try Enquire(query).matches(in: database) } == .invalidArgument)
    }

    @Test("Too many terms of a prefix are an error where that was asked for")
    func tooManyTerms() throws {
        let query = Query.prefix([], PrefixExpansion(limit: 3, overflow: .error))
        #expect(kind { _ = try Enquire(query).matches(in: database) } == .tooManyTerms)
    }

    @Test("A query of the greatest depth runs, and a deeper one is refused")
    func depth() throws {
        func nested(_ levels: Int) -> Query {
            (1..<levels).reduce(.term("a")) { query, level in
                switch level % 4 {
                case 0: .and([query, .matchAll])
                case 1: .or([query, .term("d")])
                case 2: .scaled(query, 0.9)
                default: .andNot(query, .term("c"))
                }
            }
        }
        #expect(try Enquire(nested(Query.maximumDepth)).matches(in: database).items.count == 3)
        for levels in [Query.maximumDepth + 1, 5_000] {
            #expect(kind { _ = try Enquire(nested(levels)).matches(in: database) } == .invalidArgument)
        }
    }
}
