import Logging
import Synchronization

/// Keeps an event that comes over and over from filling the log: one line a while, with the number of those left out.
final class LogThrottle: Sendable {
    private struct Kind {
        var lastLogged: ContinuousClock.Instant
        var leftOut = 0
    }

    /// More kinds than there are; a table that clients could make grow is none.
    private static let mostKinds = 64

    private let interval: Duration
    private let kinds = Mutex<[String: Kind]>([:])

    /// A throttle that lets one event of each kind through in every interval.
    init(interval: Duration = .seconds(10)) { self.interval = interval }

    /// Whether an event may be logged now, and how many of its kind were left out before it.
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

    /// Logs an event, unless one of its kind was logged a moment ago.
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
