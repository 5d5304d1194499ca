import Dispatch
import Glibc
import Logging
import ServiceLifecycle

/// Says that the daemon stops, and ends the process where stopping takes too long.
///
/// Put it last in the group: it is the first to be told of a shutdown.
struct StopDeadline: Service {
    /// How long stopping may take.
    let time: Duration
    let logger: Logger
    let supervisor: SupervisorSocket?

    func run() async throws {
        try? await gracefulShutdown()
        supervisor?.tell(.stopping, .status("stopping"))
        logger.notice("stopping")
        // A queue of its own runs even where something holds up every other thread.
        let queue = DispatchQueue(label: "tracuud-stop")
        queue.asyncAfter(deadline: .now() + time / .seconds(1)) {
            logger.critical("stopping took too long, ending at once; what was committed is kept")
            _exit(3)
        }
    }
}
