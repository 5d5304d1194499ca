import ArgumentParser
import SearchProtocol

extension SearchSort: Choice {}
extension SearchMatch: Choice {}
extension SearchFacet: Choice {}

/// `tracuu search`.
struct SearchCommand: ParsableCommand {
    static let name = "search"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Find articles, the best match first.",
        discussion: """
            QUERY: words with or without marks, "a phrase", -without, OR, ( ), begin*, title: source: author: date:2015..2016.
            The shell takes quotation marks away: write '"đại hội"' for a phrase.
            tracuu fields lists the fields. Articles with every word come first, then those that lack some.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: "How many hits to print.")
    var limit = Search().limit

    @Option(help: "How many hits to leave out before the first.")
    var offset = Search().offset

    @Option(help: "Order the hits by relevance, newest or oldest.")
    var sort = Search().sort

    @Option(help: ArgumentHelp("Only articles published on or after a date.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Only articles published on or before a date.", valueName: "date"))
    var until: String?

    @Option(help: "Which of the words an article has to have: auto, all or any.")
    var match = Search().match

    @Option(
        name: .customLong("facet"),
        help: ArgumentHelp(
            "Count all articles found by year, month, source or author; may be given several times.",
            valueName: "facet"))
    var facets = Search().facets

    @Flag(help: "Show how the query was understood, its terms, and why each hit stands where it does.")
    var explain = Search().explain

    @Option(help: "Print as human, json, jsonl, vimgrep or paths.")
    var format: SearchFormat?

    @Argument(parsing: .allUnrecognized, help: "The query.")
    var query = Search().words

    func run() throws { try search.run() }

    /// What they ask for.
    var search: Search {
        Search(
            common: common.choices, limit: limit, offset: offset, sort: sort, since: since, until: until, match: match,
            facets: facets, explain: explain, format: format, words: query)
    }

    /// Whether there is nothing to show; counts alone are something, as with `--limit 0`.
    static func isEmpty(_ result: SearchResult) -> Bool {
        result.hits.isEmpty && (result.facets == nil || result.total.value == 0)
    }

    static func summary(_ result: SearchResult) -> String {
        guard !isEmpty(result) else { return "nothing found" }
        var line = articles(result.total)
        let lacking = result.hits.count { $0.missing?.isEmpty == false }
        if lacking > 0, lacking < result.hits.count {
            line += " with every word, \(lacking) that \(lacking == 1 ? "lacks" : "lack") some"
        } else if lacking > 0 {
            // A later page does not tell whether the articles counted have every word.
            line += lacking == 1 ? "; the one shown lacks a word" : "; those shown lack a word"
        }
        return line + ", " + time(result.tookMicroseconds)
    }

    /// A total in words.
    static func articles(_ total: SearchTotal) -> String {
        let count = total.value == 0 ? "no" : (total.relation == .atLeast ? "at least " : "") + "\(total.value)"
        return "\(count) \(total.value == 1 ? "article" : "articles")"
    }

    /// A time in milliseconds.
    static func time(_ microseconds: Int) -> String { "\((Double(microseconds) / 100).rounded() / 10) ms" }

    /// The query that the words of the command line make up: after `--` nothing is an option.
    static func text(of words: [String], command: String = "search") throws -> String {
        let options = words.prefix { $0 != "--" }
        if let option = options.first(where: { $0.hasPrefix("--") }) {
            throw UsageError(description: "unknown option \(option); see tracuu \(command) --help")
        }
        // The generic way to join takes longer to set up than to join.
        var text = ""
        for (index, word) in (options + words.dropFirst(options.count + 1)).enumerated() {
            if index > 0 { text += " " }
            text += word
        }
        return text
    }
}
