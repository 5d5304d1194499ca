import SearchProtocol

/// `tracuu suggest`.
struct SuggestCommand: Command {
    static let name = "suggest"
    static let abstract = "Complete and correct what is being typed."
    static let discussion = """
        Prints one query a line, the likeliest first: Telex and VNI decoded, typing errors corrected, marks restored, the \
        last word finished. A space at the end of PREFIX finishes the last word. What is offered comes from the \
        archive's own texts.
        """

    static var parameters: [Parameter<Self>] {
        [
            .option("limit", \.limit, "How many suggestions to print."),
            .arguments("prefix", \.prefix, takesHyphens: true, "What is typed so far."),
        ]
    }

    var common = CommonChoices()
    var limit = 10
    var prefix: [String] = []

    func run() throws {
        let text = SearchCommand.text(of: prefix)
        let access = try ArchiveAccess(common, common.settings(), starting: .onDemand)
        // Whether there is any suggestion decides the exit status, also where none is to be printed.
        var result: SuggestResult = try access.ask(.suggest, SuggestParams(query: text, limit: limit == 0 ? 1 : limit))
        let isNothing = result.suggestions.isEmpty
        if limit == 0 { result.suggestions = [] }
        if common.json {
            Terminal.writeJSON(result)
        } else {
            let style = Style(usesColor: common.usesColor)
            for suggestion in result.suggestions {
                Terminal.writeLine(
                    SuggestCommand.line(suggestion, style: style, showsKind: Terminal.outputIsTerminal))
            }
        }
        guard isNothing else { return }
        if Terminal.outputIsTerminal && !common.json && !common.quiet { Terminal.writeError("nothing suggested") }
        throw ExitStatus.nothingFound
    }

    /// A suggestion on one line; for people it includes its kind.
    static func line(_ suggestion: QuerySuggestion, style: Style, showsKind: Bool) -> String {
        let query = suggestion.query.singleLine
        guard showsKind else { return query }
        return query + "  " + style.faint(suggestion.kind.phrase)
    }
}
