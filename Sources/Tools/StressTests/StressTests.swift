import ArgumentParser

/// Harms a daemon and its index in the ways that life does, and counts what was lost.
///
/// Each trial prints its figures as a table and ends with status 1 where a promise did not hold.
@main
struct StressTests: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stress-tests",
        abstract: "Put the daemon and the index through what months of use bring, and count what is lost.",
        subcommands: [
            CancelStressTest.self, ConnectionsStressTest.self, FlipsStressTest.self, FullDiskStressTest.self,
            KillsStressTest.self,
            SoakStressTest.self,
        ])
}
