import Foundation
import Synchronization
package import Xapian

/// The lexicon that all readers of one index share, read again when the index has changed by more than a little.
package final class SharedLexicon: Sendable {
    private struct State {
        var lexicon: Lexicon?
        var generation = 0
        var isBeingRead = false
        var isOutdated = false
    }

    private let state = Mutex(State())

    /// No lexicon yet; the first reader that needs one reads it.
    package init() {}

    /// Whether the lexicon of a large index should be read again; until then the one from before is used.
    package var isOutdated: Bool { state.withLock(\.isOutdated) }

    /// The lexicon of a database, read now where none is known.
    ///
    /// Up to a thousand articles any commit counts, and it is read again at once. Above that it is out of date when a twentieth
    /// of the articles came or went, and nobody who types waits for another: see `renew`. Where another reader reads it,
    /// that is waited for.
    ///
    /// - Parameters:
    ///   - database: the index as it stands.
    ///   - generation: the generation that it belongs to.
    ///   - stop: ends the reading, or the waiting, early.
    /// - Returns: the lexicon, which may be somewhat older than the database.
    /// - Throws: `XapianError`.
    package func lexicon(
        of database: Database, generation: Int, stop: MatchGuard? = nil
    ) throws -> Lexicon {
        let articles = try database.documentCount
        let revision = try database.revision
        while true {
            let (known, mayRead) = state.withLock { state -> (Lexicon?, Bool) in
                if state.generation == generation, let known = state.lexicon {
                    let isLarge = known.articles > Lexicon.wholeArticles
                    if isLarge, abs(known.articles - articles) * 20 > known.articles { state.isOutdated = true }
                    if isLarge || known.revision == revision { return (known, false) }
                }
                defer { state.isBeingRead = true }
                return (nil, !state.isBeingRead)
            }
            if let known { return known }
            if mayRead { return try read(database, generation, stop) }
            try stop?.check()
            usleep(1_000)
        }
    }

    /// Reads the lexicon again where it is out of date.
    ///
    /// - Parameters:
    ///   - database: the index as it stands.
    ///   - generation: the generation that it belongs to.
    ///   - stop: ends the reading early.
    /// - Throws: `XapianError`.
    package func renew(from database: Database, generation: Int, stop: MatchGuard?) throws {
        _ = try lexicon(of: database, generation: generation, stop: stop)
        let mayRead = state.withLock { state in
            defer { if state.isOutdated { state.isBeingRead = true } }
            return state.isOutdated && !state.isBeingRead
        }
        if mayRead { _ = try read(database, generation, stop) }
    }

    /// Reads the lexicon, for whoever has said that it is being read.
    private func read(_ database: Database, _ generation: Int, _ stop: MatchGuard?) throws -> Lexicon {
        do {
            let lexicon = try Lexicon(database, stop: stop)
            state.withLock { $0 = State(lexicon: lexicon, generation: generation) }
            return lexicon
        } catch {
            state.withLock { $0.isBeingRead = false }
            throw error
        }
    }
}
