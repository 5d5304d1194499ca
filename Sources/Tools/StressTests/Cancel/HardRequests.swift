import Measuring
import SearchProtocol
import SearchService
import Seeding
import Vietnamese

/// Creates expensive requests from an archive's most frequent syllables; the same ones for the same seed.
struct HardRequests {
    private var numbers: SeededGenerator
    /// The most frequent syllables of the archive, in descending order of frequency.
    private let words: [String]
    /// The first and the longest articles of a sample.
    private let ids: [String]

    /// The maximum size of a query made here; a query has at most 4,096 bytes, and its tree at most 256 nodes.
    private static let longest = 4_000

    /// Reads a sample of the archive's articles.
    init(service: ArticleService, seed: UInt64) async throws {
        numbers = SeededGenerator(seed: seed)
        let sample = try await service.search(SearchParams(query: "-khôngcótừnàynhưthế", limit: 300, snippets: false))
        var counts: [String: Int] = [:]
        for hit in sample.hits {
            let article = try await service.article(ArticleParams(id: hit.id))
            for syllable in Set(Syllables(article.body).map { String(decoding: $0.exact, as: UTF8.self) }) {
                counts[syllable, default: 0] += 1
            }
        }
        words = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(400).map(\.key)
        ids = sample.hits.map(\.id)
    }

    /// The next request of a kind.
    mutating func next(_ kind: HardRequest.Kind) -> HardRequest {
        let query: String
        switch kind {
        case .anyOfMany: query = joined(250, " OR ") { $0.word }
        case .manyHits: query = "\(word) OR \(word)"
        case .allOfMany, .newest, .explanation: query = joined(250, " ") { $0.word }
        case .beginning: query = letter + "*"
        case .manyBeginnings: query = joined(100, " ") { $0.letter + "*" }
        case .nestedExclusions:
            query = (0..<11).reduce("\(word) OR \(word)") { query, _ in
                "\(word) OR NOT (\(word) OR NOT \(word) OR (\(query)))"
            }
        case .longPhrase: query = "\"" + joined(Int.random(in: 4...200, using: &numbers), " ") { $0.word } + "\""
        case .phrases: query = joined(80, " OR ") { "\"\($0.word) \($0.word)\"" }
        case .near: query = joined(30, " NEAR/100 ") { $0.word }
        case .facets: query = "\(letter)* OR \(letter)*"
        case .fieldBeginnings: query = "(id:n* OR id:1* OR url:h* OR path:/* OR source:b*) \(letter)*"
        case .timeline: query = "\"\(word) \(word)\" OR \"\(word) \(word)\""
        case .typedLetter: query = letter
        case .typedWords: query = joined(60, " ") { $0.word } + " " + letter
        case .suggestion, .firstSuggestion: query = joined(9, " ") { $0.word } + " \(misspelled) \(letter)"
        case .similar: query = ids.randomElement(using: &numbers) ?? ""
        case .random: query = random
        }
        return HardRequest(kind: kind, query: query, variant: Int.random(in: 0..<10_000, using: &numbers))
    }

    private var word: String { mutating get { words.randomElement(using: &numbers) ?? "và" } }

    private var letter: String { mutating get { String("acdhkmntvđ".randomElement(using: &numbers) ?? "t") } }

    /// A word with an additional letter.
    private var misspelled: String { mutating get { word + letter } }

    /// The given number of pieces, or as many as fit into a query.
    private mutating func joined(
        _ count: Int, _ separator: String, _ piece: (inout HardRequests) -> String
    ) -> String {
        var query = piece(&self)
        for _ in 1..<max(1, count) {
            let next = separator + piece(&self)
            guard query.utf8.count + next.utf8.count <= HardRequests.longest else { break }
            query += next
        }
        return query
    }

    /// Pieces of the grammar in random order, as in the fuzzer of the parser, with frequent words between them.
    private var random: String {
        mutating get {
            let pieces = [
                " OR ", " AND ", " ", " ", " ", " -", " NOT ", " NEAR/30 ", " (", ") ", "\"", "*", " title:",
                " source:",
                " date:2015..", " until:2017 ", " path:/", " id:n", "*", " \"",
            ]
            let length = Int.random(in: 2...120, using: &numbers)
            return joined(length, "") { requests in
                Bool.random(using: &requests.numbers)
                    ? requests.word : pieces.randomElement(using: &requests.numbers) ?? " "
            }
        }
    }
}
