package import ArticleModel
package import IndexStorage
import Indexing
import Seeding

extension SampleIndex {
    /// An index of these articles, most of them sealed: some in an older version that has been replaced since, some removed and
    /// put in again, and some that are not in it any more.
    ///
    /// - Parameters:
    ///   - articles: what the index holds in the end.
    ///   - seed: decides how each article comes in; with an even one, so few are replaced that compactions keep them.
    ///   - rounds: the number of compactions on the way.
    /// - Throws: `IndexError`.
    package init(sealing articles: [Article], seed: UInt64, rounds: Int = 2) async throws {
        var generator = SeededGenerator(seed: seed)
        let rate = seed % 2 == 0 ? 0.02 : 0.2
        func isMet(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < probability }
        try await self.init([])
        let writer = try await ArticleWriter(folder: folder, purpose: "test", commitBytes: 4_096)
        var before = InventedArchive(seed: seed &+ 99)
        let others = before.articles(articles.count)
        for _ in 0..<rounds {
            for (place, article) in articles.enumerated() where isMet(0.6) {
                var version = article
                if isMet(rate) { (version.title, version.body, version.date) = (others[place].title + " x", "", nil) }
                _ = try await writer.apply(prepared([version]))
                if isMet(rate / 4) { _ = try await writer.remove(id: article.id) }
            }
            for (place, other) in others.enumerated() where isMet(0.1) {
                var gone = other
                gone.id = "gone\(place)"
                _ = try await writer.apply(prepared([gone]))
                if isMet(0.3) { _ = try await writer.remove(id: gone.id) }
            }
            _ = try await writer.compact()
        }
        for place in others.indices { _ = try await writer.remove(id: "gone\(place)") }
        for article in articles where isMet(0.1) { _ = try await writer.remove(id: article.id) }
        for article in articles { _ = try await writer.apply(prepared([article])) }
        try await writer.close()
    }

    /// The current generation.
    package var generation: Generation {
        get throws { try folder.presentGeneration() ?? Generation(path: folder.path) }
    }
}
