import SearchProtocol

extension TimelineUnit: Choice {}

/// `tracuu timeline`.
struct TimelineCommand: Command {
    static let name = "timeline"
    static let abstract = "Count articles over time, as a bar chart."
    static let discussion = """
        QUERY: as for tracuu search. Periods without an article are shown too, from the first article to the last.
        Where the output is no terminal, each line is a period, a tab and a number.
        """

    static var parameters: [Parameter<Self>] {
        [
            .option("by", \.by, "Count by year, month or day; by default what suits the time between first and last."),
            .option("since", \.since, value: "date", "Only articles published on or after a date."),
            .option("until", \.until, value: "date", "Only articles published on or before a date."),
            .option("match", \.match, "Which of the words an article has to have: auto, all or any."),
            .arguments("query", \.query, takesHyphens: true, "The query."),
        ]
    }

    var common = CommonChoices()
    var by: TimelineUnit?
    var since: String?
    var until: String?
    var match = SearchMatch.auto
    var query: [String] = []

    func run() throws {
        let params = TimelineParams(
            query: SearchCommand.text(of: query), since: since, until: until, match: match,
            by: by)
        let access = try ArchiveAccess(common, common.settings(), starting: .onDemand)
        let result: TimelineResult = try access.ask(.timeline, params)
        if common.json {
            Terminal.writeJSON(result)
        } else if Terminal.outputIsTerminal {
            let chart = TimelineChart(width: Terminal.width, style: Style(usesColor: common.usesColor))
            for line in chart.lines(of: result.buckets) { Terminal.writeLine(line) }
        } else {
            for bucket in result.buckets { Terminal.writeLine("\(bucket.value)\t\(bucket.count)") }
        }
        if !common.json && !common.quiet { Terminal.writeError(TimelineCommand.summary(result)) }
        if result.total.value == 0 { throw ExitStatus.nothingFound }
    }

    static func summary(_ result: TimelineResult) -> String {
        guard result.total.value > 0 || result.total.relation == .atLeast else { return "nothing found" }
        var line = SearchCommand.articles(result.total)
        if result.undated > 0 { line += ", \(result.undated) without a date" }
        return line + ", " + SearchCommand.time(result.tookMicroseconds)
    }
}
