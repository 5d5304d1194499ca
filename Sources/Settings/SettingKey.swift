/// Every setting, with its name, default, type and help text.
///
/// This is the only table of settings: the commented default configuration is generated from it.
package enum SettingKey: String, CaseIterable, Hashable, Sendable {
    case index
    case socket
    case timeZone
    case logLevel = "log.level"
    case slow = "log.slow"
    case idleExit = "daemon.idleExit"
    case readers = "daemon.readers"
    case deadline = "daemon.deadline"
    case stopWithin = "daemon.stopWithin"
    case roots = "daemon.roots"
    case frame = "limits.frame"
    case connections = "limits.connections"
    case inFlight = "limits.inFlight"
    case window = "limits.window"
    case queue = "limits.queue"
    case frameTime = "limits.frameTime"
    case readTime = "limits.readTime"
    case resultBytes = "limits.result"
    case outputBytes = "limits.output"
    case memoryBytes = "limits.memory"
    case commitBytes = "writing.commitBytes"
    case lineBytes = "reading.lineBytes"
    case textBytes = "reading.textBytes"

    /// The dotted name: a section of the configuration file and the key in it, or the key alone.
    package var name: String { rawValue }

    /// The environment variable that overrides the configuration file, if there is one.
    package var environmentVariable: String? {
        switch self {
        case .index: "TRACUU_INDEX"
        case .socket: "TRACUU_SOCKET"
        default: nil
        }
    }

    /// The default as written in a configuration file; those of the index and the socket depend on the environment.
    package var defaultText: String {
        switch self {
        case .index: "../Index"
        case .socket: "/run/user/1000/tracuu.sock"
        case .timeZone: "+07:00"
        case .logLevel: "notice"
        case .slow: "1s"
        case .idleExit: "never"
        case .readers: "cores"
        case .deadline: "5s"
        case .stopWithin: "5s"
        case .roots: "/"
        case .frame: "1MiB"
        case .connections: "256"
        case .inFlight: "64"
        case .window: "10000"
        case .queue: "1024"
        case .frameTime: "30s"
        case .readTime: "1m"
        case .resultBytes, .outputBytes: "64MiB"
        case .memoryBytes: "2GiB"
        case .commitBytes: "4MiB"
        case .lineBytes, .textBytes: "16MiB"
        }
    }

    /// The type of the value.
    package var kind: SettingKind {
        switch self {
        case .index, .socket: .path
        case .timeZone: .timeZone
        case .logLevel: .logLevel
        case .slow: .durationOrNever
        case .idleExit: .durationOrNever
        case .readers: .countOrCores(1...1_024)
        case .deadline, .stopWithin: .duration
        case .roots: .folders
        case .frame: .size(1_024...1 << 30)
        case .connections: .count(1...65_536)
        case .inFlight: .count(1...65_536)
        case .window: .count(1...1_000_000)
        case .queue: .count(1...65_536)
        case .frameTime, .readTime: .duration
        case .resultBytes, .outputBytes: .size(65_536...1 << 30)
        case .memoryBytes: .size(64 << 20...1 << 40)
        case .commitBytes: .size(65_536...1 << 30)
        case .lineBytes, .textBytes: .size(1_024...1 << 30)
        }
    }

    /// The effect of the setting, in one sentence.
    package var help: String {
        switch self {
        case .index: "The index's folder. Installed, the default is $XDG_DATA_HOME/tracuu."
        case .socket:
            "The daemon's socket, at most 107 bytes. Default: $XDG_RUNTIME_DIR/tracuu.sock, else /tmp/tracuu-UID/tracuu.sock."
        case .timeZone: "How far the archive's local time is ahead of UTC; moments with a time zone are brought to it."
        case .logLevel:
            "What the daemon logs: trace, debug, info, notice, warning, error or critical, and all after it."
        case .slow: "How long a request takes that the log calls slow, by its method, without its words."
        case .idleExit: "How long the daemon waits for work before it ends; one that was started on demand waits 10m."
        case .readers: "How many threads search; `cores` is one for each core. One more serves those who type."
        case .deadline: "How long one search may take."
        case .stopWithin: "How long requests may take to finish when the daemon stops, before they are cancelled."
        case .roots:
            "Clients have files read below this folder only, or these: [~/archive, /srv/news]. `/` is all that you may read."
        case .frame: "The largest message that the daemon takes."
        case .connections: "How many clients can be connected at once."
        case .inFlight: "How many requests of one connection are worked on at once."
        case .window: "The deepest hit that can be asked for: offset and limit together."
        case .queue: "How many requests of all clients can wait for a thread that searches."
        case .frameTime: "How long a message may take to arrive once it has begun; then the connection is closed."
        case .readTime: "How long a client may leave answers unread; then its connection is closed."
        case .resultBytes: "The largest answer that the daemon gives."
        case .outputBytes: "How much may wait for one client to read it; answers beyond that are refused as busy."
        case .memoryBytes: "Above this much memory of its own the daemon answers busy to work that needs more."
        case .commitBytes: "How much text is written to the index at once; more is faster and takes more memory."
        case .lineBytes: "The longest line of JSON Lines that is read."
        case .textBytes: "The largest text, Markdown or HTML file that is read."
        }
    }

    /// Whether a running daemon adopts a new value when it is told to reload its configuration.
    ///
    /// A new message limit applies to connections opened afterwards. All other settings apply after a restart of the
    /// daemon.
    package var isTakenOverLive: Bool {
        switch self {
        case .index, .socket, .readers, .idleExit, .stopWithin, .queue: false
        case .timeZone, .logLevel, .slow, .deadline, .roots, .frame, .connections, .inFlight, .window, .frameTime,
            .readTime, .resultBytes, .outputBytes, .memoryBytes, .commitBytes, .lineBytes, .textBytes:
            true
        }
    }
}
