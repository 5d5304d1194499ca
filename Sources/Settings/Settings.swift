/// What the client and the daemon are told to do, every value resolved.
package struct Settings: Hashable, Sendable {
    /// When a daemon without work ends.
    package enum IdleExit: Hashable, Sendable {
        case never
        case after(Duration)
    }

    /// The absolute path of the configuration file that was read, or nil where there is none.
    package var configurationFile: String?
    /// The absolute path of the index's folder.
    package var index: String
    /// The absolute path of the daemon's socket, at most 107 bytes.
    package var socket: String
    /// How far the archive's local time is ahead of UTC, in seconds.
    package var timeZoneOffset: Int
    /// How much the daemon logs.
    package var logLevel: LogLevel
    /// How long a request takes at least that the log calls slow, or nil where none is.
    package var slowRequest: Duration?
    /// When a daemon without work ends, or nil where nobody said.
    package var givenIdleExit: IdleExit?
    /// How many threads search, 1 or more; nil for one on each core, which only a daemon has to count.
    package var readers: Int?
    /// How long one search may take.
    package var deadline: Duration
    /// How long running requests may take to finish when the daemon stops.
    package var stopWithin: Duration
    /// The absolute paths of the folders below which clients can have files read.
    package var roots: [String]
    /// The largest message that the daemon takes, in bytes.
    package var frameBytes: Int
    /// How many clients can be connected at once.
    package var connections: Int
    /// How many requests of one connection are worked on at once.
    package var inFlight: Int
    /// The greatest sum of offset and limit.
    package var window: Int
    /// How many requests of all clients can wait for a thread that searches.
    package var queue: Int
    /// How long a message may take to arrive once it has begun.
    package var frameTime: Duration
    /// How long a client may leave answers unread.
    package var readTime: Duration
    /// The largest answer, in bytes.
    package var resultBytes: Int
    /// How much may wait for one client to read it, in bytes.
    package var outputBytes: Int
    /// The memory of its own above which the daemon takes no work that needs more, in bytes.
    package var memoryBytes: Int
    /// How much text is written to the index at once, in bytes.
    package var commitBytes: Int
    /// The longest line of JSON Lines that is read, in bytes.
    package var lineBytes: Int
    /// The largest text, Markdown or HTML file that is read, in bytes.
    package var textBytes: Int

    /// How long the daemon waits for work before it ends, or nil where it never does.
    ///
    /// One that was started on demand waits ten minutes, unless the settings say otherwise.
    package func idleExit(startedOnDemand: Bool) -> Duration? {
        switch givenIdleExit {
        case .after(let duration): duration
        case .never: nil
        case nil: startedOnDemand ? .seconds(600) : nil
        }
    }
}
