package import ArticleModel
package import CivilTime
package import IndexStorage
import Indexing
package import SearchEngine
package import TemporaryFolders

/// Saturday, 21 November 2026.
package let sampleToday = Day(number: 20_778)

/// An index for one test, written by one writer.
package struct SampleIndex {
    package let temporary: TemporaryFolder
    package let reader: ArticleReader

    package var folder: IndexFolder { temporary.index }

    /// An index of these articles, committed.
    package init(_ articles: [Article]) async throws {
        temporary = try TemporaryFolder()
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        _ = try await writer.apply(prepared(articles))
        try await writer.close()
        reader = ArticleReader(folder: temporary.index)
    }

    /// The answer to a query; `change` sets what differs from a default search for everything.
    package func search(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) async throws
        -> SearchResult
    {
        var request = SearchRequest(query: query, today: sampleToday)
        request.limit = 10_000
        change(&request)
        return try await reader.search(request)
    }

    /// The ids of the hits, in order.
    package func ids(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) async throws -> [String] {
        try await search(query, change).hits.map(\.article.id)
    }
}

/// Articles ready for a writer.
package func prepared(_ articles: [Article]) -> [PreparedArticle] {
    var encoder = ArticleEncoder()
    return articles.map { encoder.encode($0) }
}

/// A day as a publication date; nil if it is not in the calendar.
package func day(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> PublicationDate? {
    Day(year: year, month: month, day: dayOfMonth).map { PublicationDate(day: $0) }
}

/// The location of an article in a file with one article a line.
package func record(_ path: String, line: Int = 0) -> ArticleLocation {
    ArticleLocation(path: path, line: line, column: .start, layout: .record)
}

/// The error of the index that an operation throws, or nil if it throws none.
package func indexError(_ body: () async throws -> Void) async -> IndexError? {
    do {
        try await body()
        return nil
    } catch let error as IndexError {
        return error
    } catch SearchError.index(let error) {
        return error
    } catch {
        return nil
    }
}
