import SearchClient
import SearchProtocol

extension SearchSort: Choice {}
extension SearchMatch: Choice {}
extension SearchFacet: Choice {}

/// `tracuu search`.
struct SearchCommand: Command {
    static let name = "search"
    static let abstract = "Find articles, the best match first."
    static let discussion = """
        QUERY: words with or without marks, "a phrase", -without, OR, ( ), begin*, title: source: author: date:2015..2016.
        The shell takes quotation marks away: write '"đại hội"' for a phrase.
        tracuu fields lists the fields. Articles with every word come first, then those that lack some.
        """

    static var parameters: [Parameter<Self>] {
        [
            .option("limit", \.limit, "How many hits to print."),
            .option("offset", \.offset, "How many hits to leave out before the first."),
            .option("sort", \.sort, "Order the hits by relevance, newest or oldest."),
            .option("since", \.since, value: "date", "Only articles published on or after a date."),
            .option("until", \.until, value: "date", "Only articles published on or before a date."),
            .option("match", \.match, "Which of the words an article has to have: auto, all or any."),
            .option(
                "facet", appendingTo: \.facets,
                "Count all articles found by year, month, source or author; may be given several times."),
            .flag(
                "explain", \.explain,
                "Show how the query was understood, its terms, and why each hit stands where it does."
            ),
            .option("format", \.format, SearchFormat.help),
            .flag("null", short: "0", \.null, SearchFormat.nullHelp),
            .arguments("query", \.query, takesHyphens: true, "The query."),
        ]
    }

    var common = CommonChoices()
    var limit = 10
    var offset = 0
    var sort = SearchSort.relevance
    var since: String?
    var until: String?
    var match = SearchMatch.auto
    var facets: [SearchFacet] = []
    var explain = false
    var format: SearchFormat?
    var null = false
    var query: [String] = []

    func validate() throws {
        let format = chosenFormat
        guard facets.isEmpty || format == .human || format == .json else {
            throw UsageError(description: "--facet has no place in --format \(format); use human or json")
        }
        if null { try format.checkTakesNull() }
    }

    private var chosenFormat: SearchFormat { format ?? (common.json ? .json : .human) }

    func run() throws {
        let text = Self.text(of: query)
        let format = chosenFormat
        let page = AskedPage(limit: limit, offset: offset)
        let params = SearchParams(
            query: text, limit: page.requestedLimit, offset: offset, sort: sort, since: since, until: until,
            match: match,
            facets: facets.isEmpty ? nil : facets, snippets: format != .paths, explain: explain ? true : nil)
        let access = try ArchiveAccess(
            common, common.settings(), starting: .onDemand, asking: FirstRequest(.search, params))
        let result = page.cut(try access.ask(.search, params))
        SearchOutput(
            format: format, style: Style(usesColor: common.usesColor), firstNumber: offset + 1, endsWithNull: null
        ).print(result)
        if let suggestion = result.suggestion, !common.quiet {
            Terminal.writeError("did you mean: \(suggestion.query.singleLine)")
        }
        if !common.quiet, format == .human || format.isEmptyOutput(of: result) && !page.isNothing(result) {
            Terminal.writeError(Self.summary(result, page))
        }
        if page.isNothing(result) { throw ExitStatus.nothingFound }
    }

    static func summary(_ result: SearchResult, _ page: AskedPage) -> String {
        guard !page.isNothing(result) else { return "nothing found" }
        var line = articles(result.total) + page.remark(on: result)
        let lacking = result.hits.count { $0.missing?.isEmpty == false }
        if lacking > 0, lacking < result.hits.count {
            line += " with every word, \(lacking) that \(lacking == 1 ? "lacks" : "lack") some"
        } else if lacking > 0 {
            // A later page does not show whether the counted articles have every word.
            line += lacking == 1 ? "; the one shown lacks a word" : "; those shown lack a word"
        }
        return line + ", " + time(result.tookMicroseconds)
    }

    /// A total in words.
    static func articles(_ total: SearchTotal) -> String {
        let isNone = total.value == 0 && total.relation == .exact
        let count = isNone ? "no" : (total.relation == .atLeast ? "at least " : "") + "\(total.value)"
        return "\(count) \(total.value == 1 ? "article" : "articles")"
    }

    /// A time in milliseconds, formatted for people.
    static func time(_ microseconds: Int) -> String { "\((Double(microseconds) / 100).rounded() / 10) ms" }

    /// The query made of the words of the command line.
    static func text(of words: [String]) -> String {
        // The generic `joined` takes longer to set up than to join.
        var text = ""
        for (index, word) in words.enumerated() {
            if index > 0 { text += " " }
            text += word
        }
        return text
    }
}
