import Synchronization

/// Whether one part of the daemon, such as a thread, still does what it is asked.
///
/// It is asked to do nothing, and owes the answer until it has come to it. While it owes one, it is not asked again.
final class HealthProbe: Sendable {
    /// What it is called in the log.
    let name: String
    /// How long it may be busy with something else.
    private let patience: @Sendable () -> Duration
    private let ask: @Sendable () async -> Void
    private let askedAt = Mutex<ContinuousClock.Instant?>(nil)

    /// A pulse that has not been felt yet.
    ///
    /// - Parameters:
    ///   - name: what the part is called in the log.
    ///   - patience: how long it may be busy with something else.
    ///   - ask: returns once the part has answered.
    init(
        _ name: String, patience: @escaping @Sendable () -> Duration, ask: @escaping @Sendable () async -> Void
    ) {
        self.name = name
        self.patience = patience
        self.ask = ask
    }

    /// Asks, unless an answer is owed still.
    ///
    /// - Parameter now: the time.
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

    /// How long the part has owed an answer beyond its patience, or nil while it is well.
    func overdue(at now: ContinuousClock.Instant) -> Duration? {
        guard let since = askedAt.withLock({ $0 }) else { return nil }
        let owed = since.duration(to: now)
        return owed > patience() ? owed : nil
    }
}
