extension Command {
    /// The options that every command has.
    static var commonParameters: [Parameter<Self>] {
        [
            .option("config", \.common.config, value: "file", "The configuration file."),
            .option("index", \.common.index, value: "dir", "The folder of the index."),
            .option("socket", \.common.socket, value: "path", "The daemon's socket."),
            .flag(
                "no-daemon", \.common.noDaemon,
                "Neither ask nor start the daemon: have the index opened for this command alone."),
            .flag("json", \.common.json, "Print JSON."),
            .flag("quiet", \.common.quiet, "Print results and errors only."),
            .option(
                "color", \.common.color, value: "when", "Use colours: auto, always or never; NO_COLOR is heeded."),
        ]
    }
}
