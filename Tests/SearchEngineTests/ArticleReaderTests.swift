import ArticleModel
import IndexSamples
import QueryLanguage
import TemporaryFolders
import Testing
import Xapian

@testable import Indexing
@testable import Postings
@testable import SearchEngine

@Suite("The reader of an index")
struct ArticleReaderTests {
    /// Counts searches, so that a writer keeps a few commits ahead of them and no more.
    private actor Pace {
        private(set) var searches = 0

        func searched() { searches += 1 }
    }

    @Test("The reader follows commits that happen while it searches")
    func commits() async throws {
        let pace = Pace()
        let temporary = try TemporaryFolder()
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test", commitBytes: 1)
        try await withThrowingTaskGroup { group in
            for _ in 0..<2 {
                group.addTask {
                    let reader = ArticleReader(folder: temporary.index)
                    var last = 0
                    while !Task.isCancelled {
                        var request = SearchRequest(query: "\"thành ủy nội\" OR thanh", today: sampleToday)
                        request.limit = 1_000
                        let result = try await reader.search(request)
                        #expect(result.hits.count == result.total.value)
                        #expect(result.revision >= last)
                        last = result.revision
                        await pace.searched()
                    }
                }
            }
            for number in 0..<150 {
                let article = Article(id: "\(number)", title: "Thành ủy nội", body: "thanh \(number)")
                _ = try await writer.apply(prepared([article]))
                while await pace.searches * 4 < number { await Task.yield() }
            }
            group.cancelAll()
            try await group.waitForAll()
        }
        try await writer.close()
        let reader = ArticleReader(folder: temporary.index)
        let request = SearchRequest(query: "\"thành ủy nội\"", today: sampleToday)
        #expect(try await reader.search(request).total == Total(value: 150, isExact: true))
    }

    @Test("A search stops if its caller no longer waits")
    func stopping() async throws {
        let index = try await SampleIndex([Article(id: "1", title: "thành ủy")])
        let request = SearchRequest(query: "\"thành ủy\" nội", today: sampleToday)
        let cancelled = MatchGuard()
        cancelled.cancel()
        await #expect(throws: SearchError.cancelled) { try await index.reader.search(request, stop: cancelled) }
        let late = MatchGuard(deadline: .now - .seconds(1))
        await #expect(throws: SearchError.deadlinePassed) { try await index.reader.search(request, stop: late) }
        #expect(try await index.reader.search(request, stop: MatchGuard(limit: .seconds(600))).hits.count == 1)
    }

    @Test(
        "The reader passes on the error of a query",
        arguments: ["", "  ", "?!", ", .", "(", "title:\"mở", "date:khôngphải", "source:!", "a -*", "½", "title:(½)"])
    func badQueries(query: String) async throws {
        let index = try await SampleIndex([Article(id: "1", title: "thành ủy")])
        do {
            let ids = try await index.ids(query)
            Issue.record("\(ids)")
        } catch SearchError.query(let error) {
            #expect(error.column <= query.utf8.count && error.column + error.length <= query.utf8.count)
        }
    }
}
