import ArticleModel
import CivilTime
import Foundation
import IndexStorage
import Indexing
import Measuring
import SearchEngine

/// The engine that is scored: an index of documents, in a temporary folder or in one that is kept.
struct Engine: RankingEngine {
    let index: IndexFolder
    let documents: [Article]
    let matching: SearchRequest.Matching
    /// Whether the index was there already.
    let wasKept: Bool
    private let temporary: URL?

    /// Indexes documents.
    ///
    /// A complete index of the same documents in `kept` is reused; any other index there that this program created is
    /// replaced.
    init(_ documents: [Article], matching: SearchRequest.Matching = .auto, kept: URL? = nil) async throws {
        self.documents = documents
        self.matching = matching
        if let kept {
            let place = KeptIndex(folder: kept)
            temporary = nil
            index = IndexFolder(path: kept.path)
            wasKept = await place.holds(documents)
            if !wasKept {
                try place.begin()
                try await Engine.write(documents, to: index)
                try place.finish(documents)
            }
        } else {
            let folder = try TemporaryFolders.make("evaluate")
            temporary = folder
            index = IndexFolder(path: folder.path)
            wasKept = false
            do {
                try await Engine.write(documents, to: index)
            } catch {
                TemporaryFolders.remove(folder)
                throw error
            }
        }
    }

    private static func write(_ documents: [Article], to index: IndexFolder) async throws {
        let writer = try await ArticleWriter(folder: index, purpose: "evaluate", commitBytes: 64 << 20)
        var next = prepare(documents.prefix(1_000))
        for start in stride(from: 0, to: documents.count, by: 1_000) {
            // The next thousand documents are encoded while these are written.
            async let following = prepare(documents.dropFirst(start + 1_000).prefix(1_000))
            _ = try await writer.apply(next)
            next = await following
        }
        try await writer.close()
    }

    private static func prepare(_ documents: ArraySlice<Article>) -> [PreparedArticle] {
        var encoder = ArticleEncoder()
        return documents.map { encoder.encode($0) }
    }

    var name: String { "tracuu \(matching.rawValue)" }

    func rankings(of queries: [String]) async throws -> [[String]] {
        let (index, matching) = (self.index, self.matching)
        return try await shareOut(queries) {
            let reader = ArticleReader(folder: index)
            return { query in
                var request = SearchRequest(query: query, today: Day(number: 0))
                request.matching = matching
                request.wantsSnippets = false
                return try await reader.search(request).hits.map(\.article.id)
            }
        }
    }

    /// Deletes the index, unless it is kept.
    func clear() {
        if let temporary { TemporaryFolders.remove(temporary) }
    }
}
