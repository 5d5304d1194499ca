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
            .option("format", \.format, "Print as human, json, jsonl, vimgrep or paths."),
            .argument("id", \.id, "The article's id, as tracuu search prints it."),
        ]
    }

    var common = CommonChoices()
    var limit = 10
    var offset = 0
    var format: SearchFormat?
    var id = ""

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw UsageError(description: "--limit and --offset count from 0") }
    }

    func run() throws {
        let format = format ?? (common.json ? .json : .human)
        let access = try ArchiveAccess(common, common.settings(), starting: .onDemand)
        let result: SearchResult
        do {
            result = try access.ask(
                .similar, SimilarParams(id: id, limit: limit, offset: offset, snippets: format != .paths))
        } catch let error where ShowCommand.isUnknown(error) {
            Terminal.writeError("tracuu: no article has the id \(id.singleLine); tracuu search prints ids")
            throw ExitStatus.nothingFound
        }
        SearchOutput(format: format, style: Style(usesColor: common.usesColor), firstNumber: offset + 1).print(result)
        if format == .human && !common.quiet {
            let count = result.hits.count
            let found = count == 0 ? "nothing like it" : "\(count) \(count == 1 ? "article" : "articles")"
            Terminal.writeError("\(found), \(SearchCommand.time(result.tookMicroseconds))")
        }
        if result.hits.isEmpty { throw ExitStatus.nothingFound }
    }
}
