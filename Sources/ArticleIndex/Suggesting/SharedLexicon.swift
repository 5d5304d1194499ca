import Synchronization
import Xapian

/// The lexicon that all readers of one index share, read again when the index has changed by more than a little.
package final class SharedLexicon: Sendable {
    private struct State {
        var lexicon: Lexicon?
        var generation = 0
    }

    private let state = Mutex(State())

    /// No lexicon yet; the first reader that needs one reads it.
    package init() {}

    /// The lexicon of a database, read now where none is known or too much has changed.
    ///
    /// Up to a thousand articles any commit counts, above that a twentieth of the articles does.
    ///
    /// - Parameters:
    ///   - database: the index as it stands.
    ///   - generation: the generation that it belongs to.
    ///   - stop: ends the reading early.
    /// - Returns: the lexicon, which may be somewhat older than the database.
    /// - Throws: `XapianError`.
    func lexicon(
        of database: Database, generation: Int, stop: MatchGuard? = nil
    ) throws -> Lexicon {
        let articles = try database.documentCount
        let revision = try database.revision
        let known = state.withLock { $0.generation == generation ? $0.lexicon : nil }
        if let known {
            let isLarge = known.articles > Lexicon.wholeArticles
            if known.revision == revision || isLarge && abs(known.articles - articles) * 20 <= known.articles {
                return known
            }
        }
        let lexicon = try Lexicon(database, stop: stop)
        state.withLock { $0 = State(lexicon: lexicon, generation: generation) }
        return lexicon
    }
}
