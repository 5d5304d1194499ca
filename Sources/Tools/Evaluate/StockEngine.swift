import ArticleModel
import Foundation
import Measuring
import Xapian

/// Stock Xapian: its TermGenerator without a stemmer, its QueryParser, its weights; in a separate database.
struct StockEngine: RankingEngine {
    let name = "stock Xapian"
    private let folder: URL
    private var path: String { folder.appendingPathComponent("stock").path }

    /// Indexes documents in a temporary folder.
    ///
    /// - Throws: `XapianError` where the database cannot be written.
    init(_ documents: [Article]) throws {
        folder = try TemporaryFolders.make("evaluate")
        do {
            let database = try WritableDatabase(path: path, opening: .create, options: .noSync)
            var bytes = 0
            for document in documents {
                try database.addStock([document.title, document.body], data: Array(document.id.utf8))
                bytes += document.title.utf8.count + document.body.utf8.count
                guard bytes > 16 << 20 else { continue }
                // Xapian commits only by number of documents, which takes much memory with positions.
                try database.commit()
                bytes = 0
            }
            try database.close()
        } catch {
            TemporaryFolders.remove(folder)
            throw error
        }
    }

    func rankings(of queries: [String]) async throws -> [[String]] {
        let path = self.path
        return try await shareOut(queries) {
            let database = try Database(path: path)
            return { text in
                try database.stockMatches(text, limit: Scores.depth).items.map {
                    String(decoding: try database.data(of: $0.document), as: UTF8.self)
                }
            }
        }
    }

    /// Deletes the database.
    func clear() { TemporaryFolders.remove(folder) }
}
