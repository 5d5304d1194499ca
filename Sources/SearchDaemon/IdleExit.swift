import ServiceLifecycle

/// Ends when nobody has needed the daemon for a while; the service group then shuts the others down.
///
/// Put it in the group with `successTerminationBehavior: .gracefullyShutdownGroup`.
package struct IdleExit: Service {
    private let activity: Activity
    private let idleTime: Duration

    /// An exit after so long a time without any user.
    package init(activity: Activity, after idleTime: Duration) {
        self.activity = activity
        self.idleTime = idleTime
    }

    /// Waits for the idle time, or for another reason to shut down.
    package func run() async throws {
        try await cancelWhenGracefulShutdown { [activity, idleTime] in
            do { try await activity.waitUntilIdle(for: idleTime) } catch is CancellationError {}
        }
    }
}
