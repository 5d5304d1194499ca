extension Settings {
    /// The default configuration file: every key with its help, commented out at its default.
    ///
    /// Section names are not commented out, so that uncommenting one line sets one key.
    package static func commentedDefault() -> String {
        var lines = [
            "# Settings of tracuu and tracuud. Every key is commented out at its default.",
            "# An option or an environment variable (TRACUU_INDEX, TRACUU_SOCKET) stands above this file.",
            "# Relative paths start at this file's folder, ~/ is the home folder. Sizes: KiB, MiB, GiB; durations: ms, s, m, h, d.",
        ]
        var section: String?
        for key in SettingKey.allCases {
            lines.append("")
            if let next = key.section, next != section { lines.append(next + ":") }
            section = key.section
            let indent = section == nil ? "" : "  "
            let word = key.name.split(separator: ".").last ?? ""
            lines.append("\(indent)# \(key.help)")
            lines.append("\(indent)#\(word): \(key.defaultText)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
