import ArgumentParser
import SearchProtocol

extension TimelineUnit: Choice {}

/// `tracuu timeline`.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Count articles over time, as a bar chart.",
        discussion: """
            QUERY: as for tracuu search. Periods without an article are shown too, from the first article to the last.
            Where the output is no terminal, each line is a period, a tab and a number.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: "Count by year, month or day; by default what suits the time between first and last.")
    var by: TimelineUnit?

    @Option(help: ArgumentHelp("Only articles published on or after a date.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Only articles published on or before a date.", valueName: "date"))
    var until: String?

    @Option(help: "Which of the words an article has to have: auto, all or any.")
    var match = SearchMatch.auto

    @Argument(parsing: .allUnrecognized, help: "The query.")
    var query: [String] = []

    func run() throws {
        let params = TimelineParams(
            query: try SearchCommand.text(of: query, command: "timeline"), since: since, until: until, match: match,
            by: by)
        let access = try ArchiveAccess(common.choices, common.settings(), starting: .onDemand)
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
        guard result.total.value > 0 else { return "nothing found" }
        var line = SearchCommand.articles(result.total)
        if result.undated > 0 { line += ", \(result.undated) without a date" }
        return line + ", " + SearchCommand.time(result.tookMicroseconds)
    }
}
