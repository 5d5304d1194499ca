import ServiceLifecycle

/// Ends when the daemon has been idle for a given time; the service group then shuts the other services down.
///
/// Put it in the group with `successTerminationBehavior: .gracefullyShutdownGroup`.
package struct IdleExit: Service {
    private let idleTracker: IdleTracker
    private let idleTime: Duration

    /// Creates an exit after the given time without any user.
    package init(idleTracker: IdleTracker, after idleTime: Duration) {
        self.idleTracker = idleTracker
        self.idleTime = idleTime
    }

    /// Waits for the idle time, or for another reason to shut down.
    package func run() async throws {
        try await cancelWhenGracefulShutdown { [idleTracker, idleTime] in
            do { try await idleTracker.waitUntilIdle(for: idleTime) } catch is CancellationError {}
        }
    }
}
