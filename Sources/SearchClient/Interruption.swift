import Glibc
import Synchronization

/// Turns SIGINT and SIGTERM into an event that can be awaited together with an answer, instead of the end of the process.
///
/// The first signal cancels a request, so that what it has done is kept; the second one abandons it.
package final class Interruption {
    /// The descriptor to which the signal handler writes a byte; a handler cannot be passed any context.
    private static let writeEnd = Atomic<Int32>(-1)

    /// A descriptor that is readable when a signal has arrived that `take` has not counted yet.
    package let descriptor: Int32
    /// The number of signals counted so far.
    package private(set) var count = 0
    /// Whether SIGTERM was the first signal that arrived in this process, not SIGINT.
    package static var isTermination: Bool { firstSignal.load(ordering: .relaxed) == SIGTERM }
    private static let firstSignal = Atomic<Int32>(0)

    /// Takes over SIGINT and SIGTERM until the end of the process; a process can have one such object.
    ///
    /// - Throws: `ClientError.launchFailed` if there is no descriptor left for a pipe.
    package init() throws(ClientError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw .launchFailed(.system(action: "make a pipe", reason: String(cString: strerror(errno))))
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        Interruption.writeEnd.store(ends[1], ordering: .relaxed)
        var interrupting = sigset_t()
        sigemptyset(&interrupting)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                let error = errno
                _ = Interruption.firstSignal.compareExchange(expected: 0, desired: number, ordering: .relaxed)
                var byte: UInt8 = 0
                _ = write(Interruption.writeEnd.load(ordering: .relaxed), &byte, 1)
                errno = error
            }
            sigaddset(&interrupting, number)
        }
        // Some programs start their children with signals blocked.
        sigprocmask(SIG_UNBLOCK, &interrupting, nil)
    }

    /// Whether a signal has arrived so far.
    package var hasCome: Bool {
        take()
        return count > 0
    }

    /// Counts the signals that have arrived.
    ///
    /// - Returns: whether there were any.
    @discardableResult
    package func take() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 16)
        let taken = read(descriptor, &bytes, bytes.count)
        if taken > 0 { count += taken }
        return taken > 0
    }
}
