/// The settings of the client and the daemon, every value resolved.
///
/// ```swift
/// let settings = try Settings.resolve(
///     options: SettingOptions(index: "/srv/archive/index"), environment: ["HOME": "/home/lan"])
/// ```
package struct Settings: Hashable, Sendable {
    /// The condition under which an idle daemon exits.
    package enum IdleExit: Hashable, Sendable {
        case never
        case after(Duration)
    }

    /// The absolute path of the configuration file that was read, or nil if there is none.
    package var configurationFile: String?
    /// The absolute path of the index's folder.
    package var index: String = ""
    /// The absolute path of the daemon's socket, at most 107 bytes.
    package var socket: String = ""
    /// The offset of the archive's local time from UTC in seconds, positive to the east.
    package var timeZoneOffset: Int = 0
    /// The daemon's log level.
    package var logLevel: LogLevel = .notice
    /// The duration from which the log reports a request as slow, or nil if it never does.
    package var slowRequest: Duration?
    /// The condition under which an idle daemon exits, or nil if none was given.
    package var givenIdleExit: IdleExit?
    /// The number of search threads, 1 or more; nil for one per core, which only a daemon has to count.
    package var readers: Int?
    /// The maximum duration of one search.
    package var deadline: Duration = .zero
    /// The maximum duration that running requests get to finish when the daemon stops.
    package var stopWithin: Duration = .zero
    /// The absolute paths of the folders in which clients may have files read.
    package var roots: [String] = []
    /// The largest message that the daemon accepts, in bytes.
    package var frameBytes: Int = 0
    /// The maximum number of connected clients.
    package var connections: Int = 0
    /// The maximum number of requests of one connection that are processed at once.
    package var inFlight: Int = 0
    /// The maximum sum of offset and limit.
    package var window: Int = 0
    /// The maximum number of requests, of all clients, that wait for a search thread.
    package var queue: Int = 0
    /// The maximum duration in which a message must arrive completely, from its first byte.
    package var frameTime: Duration = .zero
    /// The maximum duration for which a client may leave answers unread.
    package var readTime: Duration = .zero
    /// The largest answer, in bytes.
    package var resultBytes: Int = 0
    /// The maximum size of the output that waits for one client to read it, in bytes.
    package var outputBytes: Int = 0
    /// The daemon's own memory use above which it refuses work that needs more, in bytes.
    package var memoryBytes: Int = 0
    /// The amount of text that is written to the index in one commit, in bytes.
    package var commitBytes: Int = 0
    /// The longest line of JSON Lines that is read, in bytes.
    package var lineBytes: Int = 0
    /// The largest text, Markdown or HTML file that is read, in bytes.
    package var textBytes: Int = 0

    /// Creates settings whose values are set afterwards, by the table of settings.
    init(configurationFile: String?) { self.configurationFile = configurationFile }

    /// The duration for which an idle daemon waits before it exits, or nil if it never exits.
    ///
    /// A daemon that was started on demand waits ten minutes, unless the settings specify otherwise.
    package func idleExit(startedOnDemand: Bool) -> Duration? {
        switch givenIdleExit {
        case .after(let duration): duration
        case .never: nil
        case nil: startedOnDemand ? .seconds(600) : nil
        }
    }
}
