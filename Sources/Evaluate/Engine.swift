import ArticleIndex
import ArticleModel
import CivilTime
import Foundation

/// The engine with an index of its own, in a temporary folder or in one that is kept.
struct Engine {
    private let folder: URL
    private let isKept: Bool
    private let readers: [ArticleReader]

    /// Indexes documents.
    ///
    /// An index of the same documents that lies in `kept` already is used as it is; any other index there is replaced.
    init(_ documents: [Article], kept: URL? = nil) async throws {
        isKept = kept != nil
        folder =
            kept
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("tracuu-evaluate-\(UUID().uuidString)")
        let index = IndexFolder(path: folder.path)
        let name = folder.appendingPathComponent("DOCUMENTS")
        let content = Engine.fingerprint(of: documents)
        if (try? String(contentsOf: name, encoding: .utf8)) != content {
            // Only what an earlier run made is deleted.
            if FileManager.default.fileExists(atPath: name.path) { try FileManager.default.removeItem(at: folder) }
            guard try index.currentGeneration() == nil else {
                throw ForeignIndexError(
                    description: "\(folder.path) holds an index of something else; name another folder")
            }
            try await Engine.write(documents, to: index)
            try Data(content.utf8).write(to: name)
        }
        readers = (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in ArticleReader(folder: index) }
    }

    /// A folder to keep an index in that this program did not make.
    struct ForeignIndexError: Error, CustomStringConvertible {
        let description: String
    }

    private static func fingerprint(of documents: [Article]) -> String {
        var hash = Fingerprint()
        for document in documents {
            hash.add(document.id)
            hash.add(document.title)
            hash.add(document.body)
        }
        return "\(documents.count) documents, \(hash.value)\n"
    }

    private static func write(_ documents: [Article], to index: IndexFolder) async throws {
        let writer = try ArticleWriter(folder: index, purpose: "evaluate", commitBytes: 64 << 20)
        var next = prepare(documents.prefix(1_000))
        for start in stride(from: 0, to: documents.count, by: 1_000) {
            // The next thousand are encoded while these are written.
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

    /// The ids of the ten best documents for each query, the queries shared out to one reader a core.
    func rankings(of queries: [String], matching: SearchRequest.Matching) async throws -> [[String]] {
        let readers = self.readers
        return try await withThrowingTaskGroup(of: [(Int, [String])].self) { group in
            for (offset, reader) in readers.enumerated() {
                group.addTask {
                    var rankings: [(Int, [String])] = []
                    for place in stride(from: offset, to: queries.count, by: readers.count) {
                        var request = SearchRequest(query: queries[place], today: Day(number: 0))
                        request.matching = matching
                        request.wantsSnippets = false
                        rankings.append((place, try await reader.search(request).hits.map(\.article.id)))
                    }
                    return rankings
                }
            }
            var all = [[String]](repeating: [], count: queries.count)
            for try await rankings in group {
                for (place, ranking) in rankings { all[place] = ranking }
            }
            return all
        }
    }

    /// Deletes the index, unless it is kept.
    func clear() {
        if !isKept { try? FileManager.default.removeItem(at: folder) }
    }
}
