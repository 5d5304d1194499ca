import ArgumentParser

/// Compares this project's speed with that of other engines, on the user's own archive.
@main
struct Benchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Compare the speed of this project's search with other engines'.",
        subcommands: [Compare.self, BuildStock.self], defaultSubcommand: Compare.self)
}
