/// A setting: its name, default, type, help text and place among the settings.
///
/// `allCases` is the only table of settings: the configuration file is read by it, and the commented default
/// configuration is generated from it.
package struct SettingKey: Sendable {
    /// The dotted name: a section of the configuration file and the key in it, or the key alone.
    package let name: String
    /// The type of the value.
    package let kind: SettingKind
    /// The default as written in a configuration file; those of the index and the socket depend on the environment.
    package let defaultText: String
    /// The effect of the setting, in one sentence.
    package let help: String
    /// Whether a running daemon adopts a new value when it is told to reload its configuration.
    ///
    /// A new message limit applies to connections opened afterwards. All other settings apply after a restart of the
    /// daemon.
    package let isTakenOverLive: Bool
    /// The environment variable that overrides the configuration file, if there is one.
    package let environmentVariable: String?
    /// Sets the value among the settings to that of a text that `kind` accepts.
    let set: @Sendable (inout Settings, _ text: String) -> Void
    /// Sets the value to that among other settings.
    let copy: @Sendable (inout Settings, _ other: Settings) -> Void
    /// Whether two settings have the same value.
    let isEqual: @Sendable (Settings, Settings) -> Bool

    private init<Value: Equatable & Sendable>(
        _ name: String, _ property: WritableKeyPath<Settings, Value> & Sendable, _ kind: SettingKind,
        default text: String, isTakenOverLive: Bool = true, environmentVariable: String? = nil, _ help: String,
        parse: @escaping @Sendable (String) -> Value?
    ) {
        self.name = name
        self.kind = kind
        self.help = help
        self.isTakenOverLive = isTakenOverLive
        self.environmentVariable = environmentVariable
        defaultText = text
        set = { settings, text in
            if let value = parse(text) { settings[keyPath: property] = value }
        }
        copy = { settings, other in settings[keyPath: property] = other[keyPath: property] }
        isEqual = { $0[keyPath: property] == $1[keyPath: property] }
    }
}

extension SettingKey: Hashable {
    package static func == (left: SettingKey, right: SettingKey) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension SettingKey: CaseIterable {
    /// Every setting, in the order of the configuration file.
    package static let allCases: [SettingKey] = [
        .index, .socket, .timeZone, .logLevel, .slow, .idleExit, .readers, .deadline, .stopWithin, .roots, .frame,
        .connections, .inFlight, .window, .queue, .frameTime, .readTime, .resultBytes, .outputBytes, .memoryBytes,
        .commitBytes, .lineBytes, .textBytes,
    ]

    package static let index = SettingKey(
        "index", \.index, .path, default: "../Index", isTakenOverLive: false, environmentVariable: "TRACUU_INDEX",
        "The index's folder. Installed, the default is $XDG_DATA_HOME/tracuu."
    ) { $0 }
    package static let socket = SettingKey(
        "socket", \.socket, .path, default: "/run/user/1000/tracuu.sock", isTakenOverLive: false,
        environmentVariable: "TRACUU_SOCKET",
        "The daemon's socket, at most 107 bytes. Default: $XDG_RUNTIME_DIR/tracuu.sock, else /tmp/tracuu-UID/tracuu.sock."
    ) { $0 }
    package static let timeZone = SettingKey(
        "timeZone", \.timeZoneOffset, .timeZone, default: "+07:00",
        "How far the archive's local time is ahead of UTC; tracuu rebuild applies a change to articles that are there."
    ) { TimeOffset($0)?.seconds }
    package static let logLevel = SettingKey(
        "log.level", \.logLevel, .logLevel, default: "notice",
        "What the daemon logs: trace, debug, info, notice, warning, error or critical, and all after it."
    ) { LogLevel(rawValue: $0) }
    package static let slow = SettingKey(
        "log.slow", \.slowRequest, .durationOrNever, default: "1s",
        "How long a request takes that the log calls slow, by its method, without its words."
    ) { .some(Duration(settingText: $0)) }
    package static let idleExit = SettingKey(
        "daemon.idleExit", \.givenIdleExit, .durationOrNever, default: "never", isTakenOverLive: false,
        "How long the daemon waits for work before it ends; one that was started on demand waits 10m."
    ) { .some(Duration(settingText: $0).map(Settings.IdleExit.after) ?? .never) }
    package static let readers = SettingKey(
        "daemon.readers", \.readers, .countOrCores(1...1_024), default: "cores", isTakenOverLive: false,
        "How many threads search; `cores` is one for each core. One more serves those who type."
    ) { .some(Int($0)) }
    package static let deadline = SettingKey(
        "daemon.deadline", \.deadline, .duration, default: "5s",
        "How long one search may take."
    ) { Duration(settingText: $0) }
    package static let stopWithin = SettingKey(
        "daemon.stopWithin", \.stopWithin, .duration, default: "5s", isTakenOverLive: false,
        "How long requests may take to finish when the daemon stops, before they are cancelled."
    ) { Duration(settingText: $0) }
    package static let roots = SettingKey(
        "daemon.roots", \.roots, .folders, default: "/",
        "Clients have files read below this folder only, or these: [~/archive, /srv/news]. `/` is all that you may read."
    ) { $0.split(separator: "\0").map(String.init) }
    package static let frame = SettingKey(
        "limits.frame", \.frameBytes, .size(1_024...1 << 30), default: "1MiB",
        "The largest message that the daemon takes."
    ) { ByteSize($0)?.bytes }
    package static let connections = SettingKey(
        "limits.connections", \.connections, .count(1...65_536), default: "256",
        "How many clients can be connected at once."
    ) { Int($0) }
    package static let inFlight = SettingKey(
        "limits.inFlight", \.inFlight, .count(1...65_536), default: "64",
        "How many requests of one connection are worked on at once."
    ) { Int($0) }
    package static let window = SettingKey(
        "limits.window", \.window, .count(1...1_000_000), default: "10000",
        "The deepest hit that can be asked for: offset and limit together."
    ) { Int($0) }
    package static let queue = SettingKey(
        "limits.queue", \.queue, .count(1...65_536), default: "1024", isTakenOverLive: false,
        "How many requests of all clients can wait for a thread that searches."
    ) { Int($0) }
    package static let frameTime = SettingKey(
        "limits.frameTime", \.frameTime, .duration, default: "30s",
        "How long a message may take to arrive once it has begun; then the connection is closed."
    ) { Duration(settingText: $0) }
    package static let readTime = SettingKey(
        "limits.readTime", \.readTime, .duration, default: "1m",
        "How long a client may leave answers unread; then its connection is closed."
    ) { Duration(settingText: $0) }
    package static let resultBytes = SettingKey(
        "limits.result", \.resultBytes, .size(65_536...1 << 30), default: "64MiB",
        "The largest answer that the daemon gives."
    ) { ByteSize($0)?.bytes }
    package static let outputBytes = SettingKey(
        "limits.output", \.outputBytes, .size(65_536...1 << 30), default: "64MiB",
        "How much may wait for one client to read it; answers beyond that are refused as busy."
    ) { ByteSize($0)?.bytes }
    package static let memoryBytes = SettingKey(
        "limits.memory", \.memoryBytes, .size(64 << 20...1 << 40), default: "2GiB",
        "Above this much memory of its own the daemon answers busy to work that needs more."
    ) { ByteSize($0)?.bytes }
    package static let commitBytes = SettingKey(
        "writing.commitBytes", \.commitBytes, .size(65_536...1 << 30), default: "4MiB",
        "How much text is written to the index at once; more is faster and takes more memory."
    ) { ByteSize($0)?.bytes }
    package static let lineBytes = SettingKey(
        "reading.lineBytes", \.lineBytes, .size(1_024...1 << 30), default: "16MiB",
        "The longest line of JSON Lines that is read."
    ) { ByteSize($0)?.bytes }
    package static let textBytes = SettingKey(
        "reading.textBytes", \.textBytes, .size(1_024...1 << 30), default: "16MiB",
        "The largest text, Markdown or HTML file that is read."
    ) { ByteSize($0)?.bytes }
}
