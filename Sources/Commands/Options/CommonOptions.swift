import ArgumentParser
import Settings

/// The options that every command knows.
struct CommonOptions: ParsableArguments {
    /// When to use colours.
    enum ColorChoice: String, Choice {
        case auto, always, never
    }

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
    var index: String?

    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket: String?

    @Flag(help: "Neither ask nor start a daemon: open the index here.")
    var noDaemon = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print results and errors only.")
    var quiet = false

    @Option(help: "Use colours: auto, always or never; NO_COLOR is heeded.")
    var color = ColorChoice.auto

    /// The settings that these options, the environment and the configuration file give.
    func settings() throws -> Settings {
        try Settings.resolve(
            options: SettingOptions(config: config, index: index, socket: socket),
            environment: EnvironmentVariables.all())
    }

    /// Whether standard output takes colours.
    var usesColor: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.outputIsTerminal && CommonOptions.isColorWelcome(EnvironmentVariables.all())
        }
    }

    /// Whether the environment has nothing against colours.
    static func isColorWelcome(_ environment: [String: String]) -> Bool {
        environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
