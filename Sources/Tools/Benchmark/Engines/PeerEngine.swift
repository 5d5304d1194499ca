import ArgumentParser
import Foundation
import Postings

/// Another engine in a separate process, driven by peers.py; it measures itself.
final class PeerEngine: MeasuredEngine {
    /// How to start peers.py.
    struct Driver {
        /// A Python that has the engines' packages.
        let python: String
        /// peers.py itself.
        let program: String
    }

    /// The name in tables of Tantivy with snippets.
    static let snippetName = EngineName.tantivy.title + ", snippets"

    let name: String
    let reading = WordReading.asWritten
    let share: Int
    private let hasSnippets: Bool
    private let driver: PeerProcess

    /// Creates an engine that was opened; with snippets, it makes one for each article found, as part of its search.
    init(_ engine: EngineName, _ driver: PeerProcess, hasSnippets: Bool = false) {
        name = hasSnippets ? engine.title + ", snippets" : engine.title
        self.driver = driver
        share = engine == .fts5 ? 5 : 1
        self.hasSnippets = hasSnippets
    }

    func answers(_ kind: QueryKind) -> Bool {
        // A snippet is made from a stored field, and the text without marks is not stored in addition.
        !hasSnippets || !kind.isUnmarked
    }

    func ask(_ question: Question) async throws -> Answer {
        let reply = try driver.ask(PeerRequest(.search, question, snippets: hasSnippets), returning: Found.self)
        return Answer(cpu: reply.cpu, wall: reply.wall, ids: reply.ids)
    }

    func count(_ question: Question) async throws -> Total? {
        guard !hasSnippets else { return nil }
        let count = try driver.ask(PeerRequest(.count, question, snippets: false), returning: Count.self).count
        return Total(value: count, isExact: true)
    }

    private struct Found: Decodable {
        let cpu: Int
        let wall: Int
        let ids: [String]
    }

    private struct Count: Decodable {
        let count: Int
    }
}

/// A request to peers.py.
struct PeerRequest: Encodable {
    /// The action.
    enum Action: String, Encodable {
        case build, open, search, count
    }

    let `do`: Action
    var corpus: String?
    var match: QueryKind.Match?
    var words: [String]?
    var folded: Bool?
    var year: Int?
    var snippets: Bool?

    /// Creates a request to build an index of a file of articles, or to open it.
    init(_ action: Action, corpus: String? = nil) {
        `do` = action
        self.corpus = corpus
    }

    /// Creates a request to search.
    init(_ action: Action, _ question: Question, snippets: Bool) {
        `do` = action
        match = question.kind.match
        words = question.words
        folded = question.kind.isUnmarked
        year = question.year
        self.snippets = snippets
    }
}
