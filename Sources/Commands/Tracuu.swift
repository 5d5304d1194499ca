package import ArgumentParser

/// The client's command line.
package struct Tracuu: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tracuu",
        abstract: "Search an archive of Vietnamese articles.",
        discussion: """
            Type words with or without marks: thanh uy reaches every reading, thành ủy only itself.
            Exit status: 0 found or done, 1 nothing found, 2 wrong usage or bad query, 3 the index or the daemon cannot be used.
            """,
        version: "0.1.0",
        subcommands: [
            IndexCommand.self, SearchCommand.self, SuggestCommand.self, SimilarCommand.self, TimelineCommand.self,
            ShowCommand.self, CiteCommand.self, RemoveCommand.self, StatusCommand.self,
            FieldsCommand.self, CheckCommand.self, RebuildCommand.self, DaemonCommand.self,
            CompactCommand.self, BackupCommand.self, RestoreCommand.self, SuspendCommand.self, ResumeCommand.self,
            FailedCommand.self, LspCommand.self, McpCommand.self,
        ])

    package init() {}

    /// Runs what the arguments of the process say, and ends it with the right status.
    package static func runAndExit() -> Never {
        Terminal.holdDescriptorsOpen()
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if let search = Search(withoutOptions: arguments) {
                try search.run()
                ExitStatus.done.exit()
            }
            var command = try command(for: arguments)
            try command.run()
            ExitStatus.done.exit()
        } catch {
            ExitStatus.exit(after: error)
        }
    }

    /// The command that the arguments name, with its options.
    ///
    /// A command is parsed on its own, for from the root the parser goes through its options twice more. What is no plain call
    /// of one, such as a mistake or the wish for help, is parsed from the root, whose words name the whole command line.
    static func command(for arguments: [String]) throws -> any ParsableCommand {
        if let word = arguments.first, !arguments.contains("--version"),
            let type = configuration.subcommands.first(where: { $0.configuration.commandName == word }),
            let command = try? type.parseAsRoot(Array(arguments.dropFirst())), Swift.type(of: command) == type
        {
            return command
        }
        return try parseAsRoot(arguments)
    }
}
