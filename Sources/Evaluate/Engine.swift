import ArticleIndex
import ArticleModel
import CivilTime
import Foundation

/// The engine with an index of its own in a temporary folder.
struct Engine {
    private let folder: URL
    private let reader: ArticleReader

    /// Indexes documents.
    init(_ documents: [Article]) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tracuu-evaluate-\(UUID().uuidString)")
        let index = IndexFolder(path: folder.path)
        let writer = try ArticleWriter(folder: index, purpose: "evaluate")
        var encoder = ArticleEncoder()
        _ = try await writer.apply(documents.map { encoder.encode($0) })
        try await writer.close()
        reader = ArticleReader(folder: index)
    }

    /// The ids of the ten best documents for a question in plain words.
    func search(_ text: String, matching: SearchRequest.Matching) async throws -> [String] {
        // Questions are prose: what means something to the query language is punctuation here.
        let words = text.split { !$0.isLetter && !$0.isNumber && !"/.,".contains($0) }.joined(separator: " ")
        var request = SearchRequest(query: words.lowercased(), today: Day(number: 0))
        request.matching = matching
        request.wantsSnippets = false
        return try await reader.search(request).hits.map(\.article.id)
    }

    /// Deletes the index.
    func clear() { try? FileManager.default.removeItem(at: folder) }
}
