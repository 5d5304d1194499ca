import SearchProtocol

/// `tracuu similar`.
struct SimilarCommand: Command {
    static let name = "similar"
    static let abstract = "Find articles like one article, the most similar first."
    static let discussion =
        "Compared by the pairs of syllables that tell the article from the rest of the archive."

    static var parameters: [Parameter<Self>] {
        [
            .option("limit", \.limit, "How many hits to print."),
            .option("offset", \.offset, "How many hits to leave out before the first."),
            .option("format", \.format, SearchFormat.help),
            .flag("null", short: "0", \.null, SearchFormat.nullHelp),
            .argument("id", \.id, "The article's id, as tracuu search prints it."),
        ]
    }

    var common = CommonChoices()
    var limit = 10
    var offset = 0
    var format: SearchFormat?
    var null = false
    var id = ""

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw UsageError(description: "--limit and --offset count from 0") }
        try ShowCommand.check(id: id)
        if null { try chosenFormat.checkTakesNull() }
    }

    private var chosenFormat: SearchFormat { format ?? (common.json ? .json : .human) }

    func run() throws {
        let format = chosenFormat
        let page = AskedPage(limit: limit, offset: offset)
        let access = try ArchiveAccess(common, common.settings(), starting: .onDemand)
        let result: SearchResult
        do {
            result = page.cut(
                try access.ask(
                    .similar,
                    SimilarParams(id: id, limit: page.requestedLimit, offset: offset, snippets: format != .paths)))
        } catch let error where ShowCommand.isUnknown(error) {
            Terminal.writeError("tracuu: no article has the id \(id.singleLine); tracuu search prints ids")
            throw ExitStatus.nothingFound
        }
        SearchOutput(
            format: format, style: Style(usesColor: common.usesColor), firstNumber: offset + 1, endsWithNull: null
        ).print(result)
        if !common.quiet, format == .human || format.isEmptyOutput(of: result) && !page.isNothing(result) {
            Terminal.writeError(Self.summary(result, page))
        }
        if page.isNothing(result) { throw ExitStatus.nothingFound }
    }

    static func summary(_ result: SearchResult, _ page: AskedPage) -> String {
        // Nearly every article has a pair of syllables in common with it, so the total is of interest only alone.
        let found =
            page.isNothing(result)
            ? "nothing like it"
            : result.hits.isEmpty
                ? SearchCommand.articles(result.total) + page.remark(on: result)
                : counted(result.hits.count, "article")
        return "\(found), \(SearchCommand.time(result.tookMicroseconds))"
    }
}
