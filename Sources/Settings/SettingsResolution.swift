extension Settings {
    /// The longest path that fits into `sun_path` of a Unix socket address, without its terminating zero.
    package static let maximumSocketBytes = 107

    /// Resolves the settings from options, environment, configuration file and defaults, in this order of precedence.
    ///
    /// Relative paths are resolved against the current folder, those in a configuration file against its folder; `~/`
    /// is the home folder. An empty environment variable counts as unset. At most one file is read.
    ///
    /// - Parameters:
    ///   - options: The settings from the command line.
    ///   - environment: The environment variables.
    ///   - surroundings: The process's executable, current folder and user.
    /// - Returns: The settings.
    /// - Throws: `SettingsError` if an explicitly named configuration file is missing, or a value cannot be used.
    package static func resolve(
        options: SettingOptions = SettingOptions(),
        environment: [String: String],
        surroundings: ProcessEnvironment = .current()
    ) throws(SettingsError) -> Settings {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let locations = DefaultLocations(environment: environment, surroundings: surroundings)
        var values = SettingValues()

        func add(
            _ texts: [SettingKey: String], folder: String, place: (SettingKey) -> String
        ) throws(SettingsError) {
            for (key, text) in texts {
                guard key.kind.accepts(text) else {
                    throw SettingsError(
                        place: place(key), reason: "cannot be \(text); expected \(key.kind.expectation)")
                }
                let value: String
                switch key.kind {
                case .path: value = try expanded(text, from: folder, locations: locations)
                case .folders:
                    var folders: [String] = []
                    for part in text.split(separator: "\0") {
                        folders.append(try expanded(String(part), from: folder, locations: locations))
                    }
                    value = folders.joined(separator: "\0")
                default: value = text
                }
                values.addBelow(value, key)
            }
        }

        try add(
            options.texts, folder: surroundings.currentFolder, place: SettingOptions.name)
        var variables: [SettingKey: String] = [:]
        for key in SettingKey.allCases {
            if let name = key.environmentVariable { variables[key] = variable(name) }
        }
        try add(variables, folder: surroundings.currentFolder) {
            $0.environmentVariable ?? $0.name
        }

        let path = try configurationPath(
            option: options.config, variable: variable("TRACUU_CONFIG"), surroundings: surroundings,
            locations: locations)
        if let path {
            let file = try ConfigurationFile(path: path)
            try add(file.texts, folder: absolute("..", from: path)) { "\(path): \($0.name)" }
        }
        return try settings(values, file: path, locations: locations)
    }

    private static func configurationPath(
        option: String?, variable: String?, surroundings: ProcessEnvironment, locations: DefaultLocations
    ) throws(SettingsError) -> String? {
        for (given, place) in [(option, "--config"), (variable, "TRACUU_CONFIG")] {
            guard let given else { continue }
            let path = try expanded(given, from: surroundings.currentFolder, locations: locations)
            if surroundings.exists(path) { return path }
            throw SettingsError(place: place, reason: "there is no file \(path); create it or name another")
        }
        // Without a home folder there is no default file. Whether that is an error depends on the path of the index.
        guard let path = try? locations.configuration(), surroundings.exists(path) else { return nil }
        return path
    }

    private static func settings(
        _ values: SettingValues, file: String?, locations: DefaultLocations
    ) throws(SettingsError) -> Settings {
        let socket = values.given(.socket) ?? locations.socket
        if socket.utf8.count > maximumSocketBytes {
            throw SettingsError(
                place: socket,
                reason: "the socket's path has \(socket.utf8.count) bytes, \(maximumSocketBytes) is the limit; "
                    + "give a shorter one with --socket")
        }
        var settings = Settings(configurationFile: file)
        settings.socket = socket
        settings.index = if let given = values.given(.index) { given } else { try locations.index() }
        for key in SettingKey.allCases where key != .index && key != .socket {
            // Whether a daemon ends when idle depends on how it was started where nothing is said.
            if key == .idleExit, values.given(key) == nil { continue }
            key.set(&settings, values.given(key) ?? key.defaultText)
        }
        return settings
    }

    private static func expanded(
        _ path: String, from folder: String, locations: DefaultLocations
    ) throws(SettingsError) -> String {
        guard path == "~" || path.hasPrefix("~/") else {
            if folder.isEmpty, !path.hasPrefix("/") {
                throw SettingsError(
                    place: path,
                    reason: "is relative to a working folder that was deleted, or whose path is not UTF-8; "
                        + "change to another folder, or give an absolute path")
            }
            return absolute(path, from: folder)
        }
        return absolute("." + path.dropFirst(), from: try locations.home())
    }
}

/// The texts of the settings, each from the source of the highest precedence; all have been checked.
private struct SettingValues {
    private var texts: [SettingKey: String] = [:]

    /// Adds a value from the next source; a value that was added before takes precedence.
    mutating func addBelow(_ text: String, _ key: SettingKey) {
        if texts[key] == nil { texts[key] = text }
    }

    func given(_ key: SettingKey) -> String? { texts[key] }
}
