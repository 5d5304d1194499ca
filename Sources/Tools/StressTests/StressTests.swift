import ArgumentParser

/// Subjects a daemon and its index to realistic failures, and counts the losses.
///
/// Each trial prints its figures as a table and ends with status 1 if a guarantee was violated.
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
