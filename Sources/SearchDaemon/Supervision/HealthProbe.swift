import Synchronization

/// Checks whether one part of the daemon, such as a thread, still responds.
///
/// The part is asked to run a no-op, and its answer is pending until it has run it. While an answer is pending, the
/// part is not asked again.
final class HealthProbe: Sendable {
    /// The part's name in the log.
    let name: String
    /// The time for which the part may be busy with other work.
    private let patience: @Sendable () -> Duration
    private let ask: @Sendable () async -> Void
    private let askedAt = Mutex<ContinuousClock.Instant?>(nil)

    /// Creates a probe that has not run yet.
    ///
    /// - Parameters:
    ///   - name: the part's name in the log.
    ///   - patience: the time for which the part may be busy with other work.
    ///   - ask: returns once the part has answered.
    init(
        _ name: String, patience: @escaping @Sendable () -> Duration, ask: @escaping @Sendable () async -> Void
    ) {
        self.name = name
        self.patience = patience
        self.ask = ask
    }

    /// Asks, unless an answer is still pending.
    ///
    /// - Parameter now: the current time.
    /// - Returns: the task that ends with the answer, or nil where none was started.
    @discardableResult
    func probe(at now: ContinuousClock.Instant) -> Task<Void, Never>? {
        let isFree = askedAt.withLock { askedAt in
            if askedAt != nil { return false }
            askedAt = now
            return true
        }
        guard isFree else { return nil }
        return Task { [self] in
            await ask()
            askedAt.withLock { $0 = nil }
        }
    }

    /// The time for which the answer has been pending where that exceeds the part's patience, or nil while it is
    /// healthy.
    func overdue(at now: ContinuousClock.Instant) -> Duration? {
        guard let since = askedAt.withLock({ $0 }) else { return nil }
        let owed = since.duration(to: now)
        return owed > patience() ? owed : nil
    }
}
