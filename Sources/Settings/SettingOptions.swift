/// The settings given on the command line; nil for those that are not.
package struct SettingOptions: Hashable, Sendable {
    /// The configuration file: `--config`.
    package var config: String?
    /// The index's folder: `--index`.
    package var index: String?
    /// The daemon's socket: `--socket`.
    package var socket: String?
    /// The daemon's log level: `--log-level`.
    package var logLevel: String?

    /// Creates options from the given values.
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
