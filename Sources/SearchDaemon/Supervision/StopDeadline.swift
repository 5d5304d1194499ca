import Dispatch
import Glibc
import Logging
import ServiceLifecycle

/// Notifies the supervisor that the daemon stops, and ends the process where stopping takes too long.
///
/// Put it last in the group: it is then the first to be shut down.
struct StopDeadline: Service {
    /// The maximum time that stopping may take.
    let time: Duration
    let logger: Logger
    let supervisor: SupervisorSocket?

    func run() async throws {
        try? await gracefulShutdown()
        supervisor?.tell(.stopping, .status("stopping"))
        logger.notice("stopping")
        // A queue of its own runs even where every other thread is blocked.
        let queue = DispatchQueue(label: "tracuud-stop")
        queue.asyncAfter(deadline: .now() + time / .seconds(1)) {
            logger.critical("stopping took too long, ending at once; what was committed is kept")
            _exit(3)
        }
    }
}
