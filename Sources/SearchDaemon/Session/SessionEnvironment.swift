internal import Logging
internal import SearchProtocol

/// What a session has of the daemon around it.
struct SessionEnvironment {
    /// Name, version and limits.
    let settings: SessionSettings
    /// What answers requests.
    let methodHandler: any MethodHandler
    /// Every method that can be asked for, those of the session itself included.
    let methods: Set<Method>
    /// Whether there was room for the connection; otherwise its first message is answered with busy.
    let isAdmitted: Bool
    /// The daemon's log.
    let logger: Logger
    /// How much memory the daemon holds.
    let memory: MemoryGauge
    /// All sessions.
    let registry: SessionRegistry
    /// What the daemon remembers of errors.
    let figures: DaemonFigures
    /// Keeps errors that come over and over from filling the log.
    let throttle: LogThrottle

    /// Takes note that a session wants to hear of changes.
    func subscribe(_ number: Int) { registry.subscribe(number) }

    /// Takes note that somebody wants the daemon to stay.
    func keepRunning() { registry.keepRunning() }

    /// Counts an error that a client is answered, and logs it without anything that the client sent.
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

    /// Takes note that a session is over.
    func leave(_ number: Int) { registry.leave(number) }
}
