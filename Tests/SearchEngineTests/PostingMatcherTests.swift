import ArticleModel
import IndexSamples
import Testing
import Xapian

@testable import Indexing
@testable import Postings
@testable import SearchEngine
@testable import XapianGlass

@Suite("Matching in postings that are in memory")
struct PostingMatcherTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 88)
        return archive.articles(600)
    }()

    /// Compares searches in memory with searches of the database.
    private func check(_ index: SampleIndex, seed: UInt64) throws {
        let generation = try index.generation
        let database = try generation.open()
        let sealed = generation.hasSealed ? try SealedPostings(folder: generation.sealedPath) : nil
        let shared = SharedPostings()
        var queries = InventedQueries(seed: seed)
        var inMemory = 0
        for number in 0..<300 {
            var request = SearchRequest(query: queries.query(), today: sampleToday)
            request.matching = SearchRequest.Matching.allCases[number % 3]
            request.limit = [1, 10, 700][number / 3 % 3]
            request.countTo = number % 2 == 0 ? SearchRequest.mostCounted : 0
            request.wantsSnippets = false
            let searcher = try Searcher(request, database: database, lexicon: nil, stop: nil)
            let expected = try searcher.run()
            let found = try Searcher(
                request, database: database, lexicon: nil,
                memory: PostingMemory(shared: shared, generation: generation.number, sealed: sealed), stop: nil
            ).run()
            let text = "\(request.query) \(request.matching) \(request.limit)"
            #expect(found.hits.count == expected.hits.count, "\(text)")
            for (hit, same) in zip(found.hits, expected.hits) {
                // Articles of one weight may change places.
                #expect(abs(hit.score - same.score) < 1e-6, "\(text)")
                #expect(hit.missing.count == same.missing.count, "\(text)")
            }
            if found.total.isExact, expected.total.isExact {
                #expect(found.total == expected.total, "\(text)")
            } else {
                #expect(found.total.value <= max(expected.total.value, 1) || !expected.total.isExact, "\(text)")
            }
            for words in [MatchPlan.Words.every, .some, .someButNotEvery] {
                if let plan = MatchPlan(searcher.plan, words: words), !plan.terms.isEmpty { inMemory += 1 }
            }
        }
        #expect(inMemory > 300, "most queries should be of a form that can be matched there")
    }

    @Test(
        "Memory matching finds what the database finds, with its weights and totals", arguments: [1, 2, 3] as [UInt64])
    func live(seed: UInt64) async throws {
        try check(try await SampleIndex(Self.articles), seed: seed)
    }

    @Test("It finds the same in a sealed database and a live one beside it", arguments: [4, 5] as [UInt64])
    func sealed(seed: UInt64) async throws {
        try check(try await SampleIndex(sealing: Self.articles, seed: seed), seed: seed)
    }

    @Test("Long posting lists are read only for terms that are queried often")
    func worth() async throws {
        let index = try await SampleIndex((0..<30).map { Article(id: "\($0)", title: "chu \($0)") })
        let source = PostingSource(database: try index.generation.open(), sealed: nil)
        let shared = SharedPostings(postingsWorth: 20, documentsWorth: 15)
        let terms = [MatchTerm(terms: [Array("chu".utf8)], factor: 1)]
        func isFound() throws -> Bool {
            try shared.postings(of: terms, in: source, generation: 1, stop: nil) != nil
        }
        #expect(try [isFound(), isFound(), isFound()] == [false, true, true])
    }

    @Test("An index with sparse document numbers is left to the database")
    func sparseNumbers() async throws {
        let index = try await SampleIndex([Article(id: "a", title: "mot")])
        let writable = try WritableDatabase(path: index.generation.livePath, opening: .open)
        try writable.replace(4_000_000_000, with: prepared([Article(id: "b", title: "mot")])[0].document)
        try writable.close()
        let source = PostingSource(database: try index.generation.open(), sealed: nil)
        let terms = [MatchTerm(terms: [Array("mot".utf8)], factor: 1)]
        #expect(try SharedPostings().postings(of: terms, in: source, generation: 1, stop: nil) == nil)
        #expect(try await Set(index.ids("mot")) == ["a", "b"])
    }

    @Test("The postings in memory are dropped when the index changes, and not given to an old reader")
    func revisions() async throws {
        let index = try await SampleIndex([Article(id: "a", title: "mot")])
        let old = PostingSource(database: try index.generation.open(), sealed: nil)
        let shared = SharedPostings()
        let terms = [MatchTerm(terms: [Array("mot".utf8)], factor: 1)]
        let before = try #require(try shared.postings(of: terms, in: old, generation: 1, stop: nil))
        #expect(before.lists[0].count == 1)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        _ = try await writer.apply(prepared([Article(id: "b", title: "mot hai")]))
        try await writer.close()
        let new = PostingSource(database: try index.generation.open(), sealed: nil)
        let after = try #require(
            try shared.postings(of: terms, in: new, generation: 1, stop: nil))
        #expect(after.lists[0].count == 2)
        #expect(try shared.postings(of: terms, in: old, generation: 1, stop: nil) == nil)
    }
}
