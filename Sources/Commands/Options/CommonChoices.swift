import Settings

/// When to use colours.
enum ColorChoice: String, Choice {
    case auto, always, never
}

/// The values of the options that every command has, with their defaults.
struct CommonChoices: Equatable {
    var config: String?
    var index: String?
    var socket: String?
    var noDaemon = false
    var json = false
    var quiet = false
    var color = ColorChoice.auto

    /// The settings that result from these choices, the environment and the configuration file.
    func settings() throws -> Settings {
        try Settings.resolve(
            options: SettingOptions(config: config, index: index, socket: socket),
            environment: EnvironmentVariables.ofSettings())
    }

    /// Whether standard output is printed in colour.
    var usesColor: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.outputIsTerminal && CommonChoices.isColorWelcome(EnvironmentVariables.all())
        }
    }

    /// Whether the environment allows colours.
    static func isColorWelcome(_ environment: [String: String]) -> Bool {
        environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
