import SearchClient
import SearchProtocol

/// What `tracuu search` is to do, and what holds where its options say nothing.
struct Search: Equatable {
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
    /// The query, in the words of the command line.
    var words: [String] = []

    /// Asks, and prints the answer.
    func run() throws {
        let text = try SearchCommand.text(of: words)
        let format = format ?? (common.json ? .json : .human)
        guard facets.isEmpty || format == .human || format == .json else {
            throw UsageError(description: "--facet has no place in --format \(format); use human or json")
        }
        let params = SearchParams(
            query: text, limit: limit, offset: offset, sort: sort, since: since, until: until, match: match,
            facets: facets.isEmpty ? nil : facets, snippets: format != .paths, explain: explain ? true : nil)
        let access = try ArchiveAccess(
            common, common.settings(), starting: .onDemand, asking: FirstRequest(.search, params))
        let result: SearchResult = try access.ask(.search, params)
        SearchOutput(format: format, style: Style(usesColor: common.usesColor), firstNumber: offset + 1).print(result)
        if let suggestion = result.suggestion, !common.quiet {
            Terminal.writeError("did you mean: \(suggestion.query.singleLine)")
        }
        if format == .human && !common.quiet { Terminal.writeError(SearchCommand.summary(result)) }
        if SearchCommand.isEmpty(result) { throw ExitStatus.nothingFound }
    }
}

extension Search {
    /// The search that a command line without a single option asks for, or nil where it is something else.
    ///
    /// The parser would say the same; but to set it up takes longer than all the rest, and people type this most.
    init?(withoutOptions arguments: [String]) {
        guard arguments.first == SearchCommand.name, !arguments.contains(where: { $0.hasPrefix("-") }) else {
            return nil
        }
        words = Array(arguments.dropFirst())
    }
}
