/// One assignment in a service's message to its supervisor, as named by sd_notify(3).
package enum SupervisorNotice: Hashable, Sendable {
    /// Requests are served.
    case ready
    /// The configuration is being read again; `ready` follows.
    case reloading(monotonicMicroseconds: UInt64)
    /// The service has begun to end.
    case stopping
    /// The service is still working.
    case watchdog
    /// A description of its current work, for people.
    case status(String)

    /// The lines of the message.
    var lines: [String] {
        switch self {
        case .ready: ["READY=1"]
        case .reloading(let microseconds): ["RELOADING=1", "MONOTONIC_USEC=\(microseconds)"]
        case .stopping: ["STOPPING=1"]
        case .watchdog: ["WATCHDOG=1"]
        case .status(let text): ["STATUS=" + text.map { $0.isNewline ? " " : String($0) }.joined()]
        }
    }
}
