import Logging
import ServiceLifecycle

/// Tells the supervisor that the daemon works, for as long as every part of it answers.
///
/// A daemon that is stuck falls silent, and the supervisor starts it again.
struct Watchdog: Service {
    /// The time after which the supervisor loses patience.
    let time: Duration
    /// The parts that have to answer.
    let pulses: [HealthProbe]
    let logger: Logger
    /// Tells the supervisor that all is well.
    let tell: @Sendable () -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isWell = true
            while !Task.isCancelled {
                isWell = beat(at: .now, wasWell: isWell)
                try? await Task.sleep(for: time / 4)
            }
        }
    }

    /// Asks every part, and tells the supervisor unless one has owed an answer for too long.
    ///
    /// - Parameters:
    ///   - now: the time.
    ///   - wasWell: what the beat before gave; a part that is stuck is logged once.
    /// - Returns: whether all is well.
    func beat(at now: ContinuousClock.Instant, wasWell: Bool) -> Bool {
        for pulse in pulses { pulse.probe(at: now) }
        guard let stuck = pulses.first(where: { $0.overdue(at: now) != nil }) else {
            if !wasWell { logger.notice("answering again") }
            tell()
            return true
        }
        if wasWell {
            let seconds = stuck.overdue(at: now)?.components.seconds ?? 0
            logger.critical(
                "stuck, waiting to be restarted", metadata: ["part": "\(stuck.name)", "seconds": "\(seconds)"])
        }
        return false
    }
}
