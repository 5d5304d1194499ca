import ArticleModel
import IndexStorage
import Xapian

/// A baseline that ranks by the plain sum of BM25 weights over the terms of the engine's own index.
struct BaselineEngine: RankingEngine {
    private let query: BaselineQuery
    private let generation: Generation
    private let ids: [DocumentID: String]

    /// Creates a baseline on an engine's index.
    ///
    /// - Throws: `IndexError`, `XapianError` where the index cannot be read.
    init(_ query: BaselineQuery, on engine: Engine) throws {
        self.query = query
        guard let generation = try engine.index.presentGeneration() else {
            throw IndexError.missing(path: engine.index.path)
        }
        self.generation = generation
        let database = try generation.open()
        var ids: [DocumentID: String] = [:]
        for document in engine.documents {
            guard let number = try database.firstDocument(with: TermPrefix.id.term(document.id)) else { continue }
            ids[number] = document.id
        }
        self.ids = ids
    }

    var name: String { query.rawValue }

    func rankings(of queries: [String]) async throws -> [[String]] {
        let (query, generation, ids) = (self.query, self.generation, self.ids)
        return try await shareOut(queries) {
            let database = try generation.open()
            return { text in
                let enquire = Enquire(
                    query.query(text), weighting: .bm25(k1: 1.2, b: 0.75), limit: Scores.depth)
                return try enquire.matches(in: database).items.compactMap { ids[$0.document] }
            }
        }
    }
}
