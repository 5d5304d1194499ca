import Foundation
import Synchronization
package import Xapian

/// The lexicon that all readers of one index share; it is read again when the index has changed by more than a little.
package final class SharedLexicon: Sendable {
    private struct State {
        var lexicon: Lexicon?
        var generation = 0
        var isBeingRead = false
        var isOutdated = false
    }

    private let state = Mutex(State())

    /// Creates an instance without a lexicon; the first reader that needs one reads it.
    package init() {}

    /// Whether the lexicon of a large index should be read again; until then the previous one is used.
    package var isOutdated: Bool { state.withLock(\.isOutdated) }

    /// Returns the lexicon of a database, reading it if none is known.
    ///
    /// Up to a thousand articles, the lexicon is read again immediately after any commit. Above that it is out of date
    /// when a twentieth of the articles was added or removed, but searches while typing do not wait for a new one: see
    /// `renew`. If another reader is reading it, this method waits for that.
    ///
    /// - Parameters:
    ///   - database: the current index.
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

    /// Reads the lexicon again if it is out of date.
    ///
    /// - Parameters:
    ///   - database: the current index.
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

    /// Reads the lexicon, for a caller that has announced that it is being read.
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
