import ArgumentParser

/// The programs behind every figure that is quoted for this project.
@main
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measure Tracuu: run it built with -c release, on a machine that does nothing else.",
        subcommands: [
            MeasureTokeniser.self, MeasureArchive.self, MeasureLoad.self, MeasureAdded.self, MeasureTyping.self,
            MeasureSuggestions.self, MeasureTables.self, MeasureRecords.self,
        ])
}
