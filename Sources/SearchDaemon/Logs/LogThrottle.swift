import Logging
import Synchronization

/// Keeps a repeated event from filling the log: one line in each interval, with the number of events left out.
final class LogThrottle: Sendable {
    private struct Kind {
        var lastLogged: ContinuousClock.Instant
        var leftOut = 0
    }

    /// The maximum number of kinds, more than there are, so that no client can make the table grow.
    private static let mostKinds = 64

    private let interval: Duration
    private let kinds = Mutex<[String: Kind]>([:])

    /// Creates a throttle that lets one event of each kind through in every interval.
    init(interval: Duration = .seconds(10)) { self.interval = interval }

    /// Decides whether an event may be logged now; returns the number of its kind left out before it, or nil.
    func admit(_ kind: String, at now: ContinuousClock.Instant = .now) -> Int? {
        kinds.withLock { kinds in
            if let known = kinds[kind], known.lastLogged.duration(to: now) < interval {
                kinds[kind]?.leftOut += 1
                return nil
            }
            if kinds.count >= LogThrottle.mostKinds, kinds[kind] == nil { kinds = [:] }
            let leftOut = kinds[kind]?.leftOut ?? 0
            kinds[kind] = Kind(lastLogged: now)
            return leftOut
        }
    }

    /// Logs an event, unless one of its kind was logged within the interval.
    func log(
        _ level: Logger.Level, _ message: Logger.Message, kind: String, metadata: Logger.Metadata = [:],
        to logger: Logger
    ) {
        guard logger.logLevel <= level, let leftOut = admit(kind) else { return }
        var metadata = metadata
        if leftOut > 0 { metadata["leftOut"] = "\(leftOut)" }
        logger.log(level: level, message, metadata: metadata)
    }
}
