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

    /// Takes note that a session wants to hear of changes.
    func subscribe(_ number: Int) { registry.subscribe(number) }

    /// Takes note that a session is over.
    func leave(_ number: Int) { registry.leave(number) }
}
