import Logging
import SearchDaemon
import SearchProtocol
import ServiceLifecycle
import TemporaryFolders
import UnixSockets

/// Runs a server in a temporary folder for as long as a test needs it, then shuts it down gracefully.
///
/// - Parameters:
///   - limits: what the server accepts.
///   - drainTime: how long requests may go on after the body.
///   - idleTracker: counts connections.
///   - figures: counts connections and errors.
///   - settings: the settings of sessions, if limits are not enough.
///   - body: the test, given the server, its handler and its socket.
/// - Throws: whatever the body or the server throws.
func withServer(
    limits: Limits = Limits(), drainTime: Duration = .seconds(600), idleTracker: IdleTracker = IdleTracker(),
    figures: DaemonFigures = DaemonFigures(), settings: SessionSettings? = nil,
    _ body: (Server, TestHandler, SocketPath) async throws -> Void
) async throws {
    var limits = limits
    // A whole run of the tests is one process, which may hold more than a daemon should, above all under AddressSanitizer.
    if limits.memoryBytes == Limits().memoryBytes { limits.memoryBytes = 1 << 40 }
    let folder = try TemporaryFolder()
    let path = try folder.socket
    let handler = TestHandler()
    let listening = Gate()
    let server = Server(
        .socket(try SocketClaim(path)), settings: settings ?? SessionSettings(version: "1", limits: limits),
        handler: handler,
        idleTracker: idleTracker, figures: figures, logger: .silent, drainTime: drainTime,
        onListening: { listening.open() })
    let group = ServiceGroup(services: [server], logger: .silent)
    let running = Task { try await group.run() }
    await listening.wait()
    do { try await body(server, handler, path) } catch {
        await group.triggerGracefulShutdown()
        try? await running.value
        throw error
    }
    await group.triggerGracefulShutdown()
    try await running.value
    withExtendedLifetime(folder) {}
}

extension Logger {
    /// A log whose output is discarded.
    static var silent: Logger { Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() } }
}

/// Waits until a condition is true, for at most five minutes: a busy machine may need them.
///
/// - Parameter condition: the condition to wait for.
/// - Returns: whether it became true.
func eventually(_ condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now.advanced(by: .seconds(300))
    while ContinuousClock.now < end {
        if condition() { return true }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return condition()
}
