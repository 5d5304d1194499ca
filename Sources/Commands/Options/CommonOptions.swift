import ArgumentParser
import Settings

/// The options that every command knows.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
    var index: String?

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    @Flag(help: "Neither ask nor start a daemon: open the index here.")
    var noDaemon = CommonChoices().noDaemon

    @Flag(help: "Print JSON.")
    var json = CommonChoices().json

    @Flag(help: "Print results and errors only.")
    var quiet = CommonChoices().quiet

    @Option(help: "Use colours: auto, always or never; NO_COLOR is heeded.")
    var color = CommonChoices().color

    /// What they say.
    var choices: CommonChoices {
        CommonChoices(
            config: config, index: index, socket: socket, noDaemon: noDaemon, json: json, quiet: quiet, color: color)
    }

    /// The settings that these options, the environment and the configuration file give.
    func settings() throws -> Settings { try choices.settings() }

    /// Whether standard output takes colours.
    var usesColor: Bool { choices.usesColor }
}
