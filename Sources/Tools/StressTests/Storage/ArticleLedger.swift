import Measuring
import Seeding
import Synchronization

/// The version of each article that the daemon has acknowledged, and the one being sent.
///
/// A fixed number of articles is written repeatedly, so that the index stays small however long the trial is.
final class ArticleLedger: Sendable {
    private struct Entry {
        var acknowledged: Int?
        var sent: Int?
    }

    private struct State {
        var entries: [Entry]
        var acknowledgements = 0
        var numbers: SeededGenerator
    }

    private let state: Mutex<State>

    init(articles: Int, seed: UInt64) {
        state = Mutex(
            State(entries: Array(repeating: Entry(), count: articles), numbers: SeededGenerator(seed: seed)))
    }

    /// The number of articles acknowledged by the daemon so far, counting every version.
    var acknowledgements: Int { state.withLock(\.acknowledgements) }

    /// The articles to send next, none of which is already being sent.
    func next(_ count: Int) -> [NumberedArticle] {
        state.withLock { state in
            var articles: [NumberedArticle] = []
            for _ in 0..<count {
                let number = Int.random(in: 0..<state.entries.count, using: &state.numbers)
                guard state.entries[number].sent == nil else { continue }
                let version = (state.entries[number].acknowledged ?? 0) + 1
                state.entries[number].sent = version
                articles.append(NumberedArticle(number: number, version: version))
            }
            return articles
        }
    }

    /// Records that the daemon has acknowledged that these articles are in the index.
    func acknowledge(_ articles: [NumberedArticle]) {
        state.withLock { state in
            for article in articles {
                state.entries[article.number] = Entry(acknowledged: article.version)
                state.acknowledgements += 1
            }
        }
    }

    /// The versions that have been acknowledged, by number.
    var acknowledged: [Int?] { state.withLock { $0.entries.map(\.acknowledged) } }

    /// Compares the ledger with the contents of an index, and adopts those versions that were being sent and are in it.
    ///
    /// - Parameter found: the texts of the articles in the index by their numbers.
    /// - Returns: the numbers of the articles that are missing or differ from every version sent.
    func settle(_ found: [Int: String]) -> [Int] {
        state.withLock { state in
            state.entries.indices.filter { number in
                let entry = state.entries[number]
                let versions = [entry.acknowledged, entry.sent].compactMap { $0 }
                let text = found[number]
                let version = versions.first { NumberedArticle(number: number, version: $0).body == text }
                state.entries[number] = Entry(acknowledged: version ?? entry.acknowledged)
                if text == nil { return entry.acknowledged != nil }
                return version == nil
            }
        }
    }
}
