/// The client.
package enum Tracuu {
    /// The version, for `--version` and for clients of the servers on standard input and output.
    static let version = "0.1.0"

    private static let abstract = "Search an archive of Vietnamese articles."

    private static let discussion = """
        Type words with or without marks: thanh uy reaches every reading, thành ủy only itself.
        Exit status: 0 found or done, 1 nothing found, 2 wrong usage or bad query, 3 the index or the daemon cannot be used.
        """

    /// The commands, in the order in which the help lists them.
    static var commands: [any Command.Type] {
        [
            IndexCommand.self, SearchCommand.self, SuggestCommand.self, SimilarCommand.self, TimelineCommand.self,
            ShowCommand.self, CiteCommand.self, RemoveCommand.self, StatusCommand.self, FieldsCommand.self,
            CheckCommand.self, RebuildCommand.self, DaemonCommand.self, CompactCommand.self, BackupCommand.self,
            RestoreCommand.self, SuspendCommand.self, ResumeCommand.self, FailedCommand.self, LspCommand.self,
            McpCommand.self,
        ]
    }

    /// Runs the command that the process's arguments name, and exits with its status.
    package static func runAndExit() -> Never {
        Terminal.holdDescriptorsOpen()
        do {
            switch try CommandLineParser.parse(ArgumentWords.ofProcess(), commands: commands) {
            case .command(let command): try command.run()
            case .help(let command): Terminal.writeLine(help(for: command))
            case .version: Terminal.writeLine(version)
            }
            ExitStatus.done.exit()
        } catch {
            ExitStatus.exit(after: error)
        }
    }

    /// The help for a command, or for all where none is given.
    static func help(for command: (any Command.Type)?) -> String {
        guard let command else { return CommandHelp.text(abstract, discussion, commands: commands) }
        return CommandHelp.text(of: command)
    }
}
