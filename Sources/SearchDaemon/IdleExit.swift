import ServiceLifecycle

/// Ends when nobody has needed the daemon for a while; the service group then shuts the others down.
///
/// Put it in the group with `successTerminationBehavior: .gracefullyShutdownGroup`.
package struct IdleExit: Service {
    private let idleTracker: IdleTracker
    private let idleTime: Duration

    /// An exit after so long a time without any user.
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
