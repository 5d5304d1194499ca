import Measuring
import Seeding
import Synchronization

/// Which version of each article the daemon has answered for, and which were on their way to it.
///
/// A fixed number of articles is written again and again, so that the index stays small however long the trial is.
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

    /// How many articles the daemon has answered for so far, each time anew.
    var acknowledgements: Int { state.withLock(\.acknowledgements) }

    /// Articles to be sent next, none of which is on its way already.
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

    /// Notes that the daemon has answered that these are in the index.
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

    /// Compares the ledger with what an index holds, and takes over what had been on its way.
    ///
    /// - Parameter found: the text of an article in the index by its number, or nil where there is none.
    /// - Returns: the numbers of the articles that are missing or other than they were sent.
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
