internal import Logging
internal import SearchProtocol

/// The parts of the daemon that a session uses.
struct SessionEnvironment {
    /// The name, the version and the limits.
    let settings: SessionSettings
    /// The handler that answers requests.
    let methodHandler: any MethodHandler
    /// Every method that can be requested, including those of the session itself.
    let methods: Set<Method>
    /// Whether the connection is within the limit; otherwise its first message is answered with busy.
    let isAdmitted: Bool
    /// The daemon's log.
    let logger: Logger
    /// The amount of memory that the daemon holds.
    let memory: MemoryGauge
    /// All sessions.
    let registry: SessionRegistry
    /// The daemon's statistics of errors.
    let figures: DaemonFigures
    /// Keeps repeated errors from filling the log.
    let throttle: LogThrottle

    /// Subscribes a session to changes.
    func subscribe(_ number: Int) { registry.subscribe(number) }

    /// Keeps the daemon running, even while it has no users.
    func keepRunning() { registry.keepRunning() }

    /// Counts an error that is sent to a client, and logs it without anything that the client sent.
    func note(_ error: ProtocolError, of method: Method?, in session: Int) {
        figures.note(error, of: method)
        guard let known = error.known else { return }
        let level: Logger.Level
        switch known {
        case .internalError, .indexUnusable: level = .error
        case .busy, .tooLarge, .deadlinePassed: level = .warning
        default: level = .debug
        }
        throttle.log(
            level, "answered with an error", kind: known.name,
            metadata: [
                "code": "\(error.code)", "error": "\(error.messageWithoutInput)", "method": "\(method?.name ?? "none")",
                "session": "\(session)",
            ], to: logger)
        if known == .internalError { logger.debug("internal error", metadata: ["error": "\(error.message)"]) }
    }

    /// Removes a session that has ended.
    func leave(_ number: Int) { registry.leave(number) }
}
