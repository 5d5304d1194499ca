import ArgumentParser
import SearchProtocol

extension SearchSort: ExpressibleByArgument {}
extension SearchMatch: ExpressibleByArgument {}

/// `tracuu search`.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find articles, the best match first.",
        discussion: """
            QUERY: words with or without marks, "a phrase", -without, OR, ( ), begin*, title: source: author: date:2015..2016.
            The shell takes quotation marks away: write '"đại hội"' for a phrase.
            tracuu fields lists the fields. Articles with every word come first, then those that lack some.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: "How many hits to print.")
    var limit = 10

    @Option(help: "How many hits to leave out before the first.")
    var offset = 0

    @Option(help: "Order the hits by relevance, newest or oldest.")
    var sort = SearchSort.relevance

    @Option(help: ArgumentHelp("Only articles published on or after a date.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Only articles published on or before a date.", valueName: "date"))
    var until: String?

    @Option(help: "Which of the words an article has to have: auto, all or any.")
    var match = SearchMatch.auto

    @Flag(help: "Show how the query was understood, its terms, and why each hit stands where it does.")
    var explain = false

    @Option(help: "Print as human, json, jsonl, vimgrep or paths.")
    var format: SearchFormat?

    @Argument(parsing: .allUnrecognized, help: "The query.")
    var query: [String] = []

    func run() async throws {
        let text = try SearchCommand.text(of: query)
        let format = format ?? (common.json ? .json : .human)
        let access = try ArchiveAccess(common, common.settings(), starting: .onDemand)
        let result = try await access.search(
            SearchParams(
                query: text, limit: limit, offset: offset, sort: sort, since: since, until: until, match: match,
                snippets: format != .paths, explain: explain ? true : nil))
        SearchOutput(format: format, style: Style(usesColor: common.usesColor), firstNumber: offset + 1).print(result)
        if let suggestion = result.suggestion, !common.quiet {
            Terminal.writeError("did you mean: \(suggestion.query.singleLine)")
        }
        if format == .human && !common.quiet { Terminal.writeError(SearchCommand.summary(result)) }
        if result.hits.isEmpty { throw ExitStatus.nothingFound }
    }

    static func summary(_ result: SearchResult) -> String {
        guard !result.hits.isEmpty else { return "nothing found" }
        let total = result.total
        let count =
            total.value == 0 ? "no" : (total.relation == .atLeast ? "at least " : "") + "\(total.value)"
        var line = "\(count) \(total.value == 1 ? "article" : "articles")"
        let lacking = result.hits.count { $0.missing?.isEmpty == false }
        if lacking > 0 { line += " with every word, \(lacking) that \(lacking == 1 ? "lacks" : "lack") some" }
        let time = Double(result.tookMicroseconds) / 1_000
        return "\(line), \((time * 10).rounded() / 10) ms"
    }

    /// The query that the words of the command line make up: after `--` nothing is an option.
    static func text(of words: [String], command: String = "search") throws -> String {
        let options = words.prefix { $0 != "--" }
        if let option = options.first(where: { $0.hasPrefix("--") }) {
            throw UsageError(description: "unknown option \(option); see tracuu \(command) --help")
        }
        return (options + words.dropFirst(options.count + 1)).joined(separator: " ")
    }
}
