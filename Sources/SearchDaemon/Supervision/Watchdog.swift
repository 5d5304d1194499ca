import Logging
import ServiceLifecycle

/// Notifies the supervisor that the daemon works, for as long as every part of it responds.
///
/// A daemon that is stuck stops sending notices, and the supervisor restarts it.
struct Watchdog: Service {
    /// The time without a notice after which the supervisor restarts the daemon.
    let time: Duration
    /// The probes of the parts that have to respond.
    let pulses: [HealthProbe]
    let logger: Logger
    /// Notifies the supervisor that the daemon is healthy.
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

    /// Probes every part, and notifies the supervisor unless the answer of one is overdue.
    ///
    /// - Parameters:
    ///   - now: the current time.
    ///   - wasWell: the result of the previous call; a part that is stuck is logged once.
    /// - Returns: whether every part is healthy.
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
