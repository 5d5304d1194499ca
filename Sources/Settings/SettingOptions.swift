/// What the command line says about the settings; nil where it says nothing.
package struct SettingOptions: Hashable, Sendable {
    /// The configuration file: `--config`.
    package var config: String?
    /// The index's folder: `--index`.
    package var index: String?
    /// The daemon's socket: `--socket`.
    package var socket: String?
    /// How much the daemon logs: `--log-level`.
    package var logLevel: String?

    /// Options as they were given.
    package init(config: String? = nil, index: String? = nil, socket: String? = nil, logLevel: String? = nil) {
        self.config = config
        self.index = index
        self.socket = socket
        self.logLevel = logLevel
    }

    var texts: [SettingKey: String] {
        var texts: [SettingKey: String] = [:]
        texts[.index] = index
        texts[.socket] = socket
        texts[.logLevel] = logLevel
        return texts
    }

    static func name(of key: SettingKey) -> String {
        key == .logLevel ? "--log-level" : "--" + key.name
    }
}
