import Glibc
import Synchronization

/// Turns SIGINT into an event that can be awaited together with an answer, instead of the end of the process.
///
/// The first signal cancels a request, so that what it has done is kept; the second one abandons it.
package final class Interruption {
    /// The descriptor to which the signal handler writes a byte; a handler cannot be passed any context.
    private static let writeEnd = Atomic<Int32>(-1)

    /// A descriptor that is readable when a SIGINT has arrived that `take` has not counted yet.
    package let descriptor: Int32
    /// The number of signals counted so far.
    package private(set) var count = 0

    /// Takes over SIGINT until the end of the process; a process can have one such object.
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
        signal(SIGINT) { _ in
            let number = errno
            var byte: UInt8 = 0
            _ = write(Interruption.writeEnd.load(ordering: .relaxed), &byte, 1)
            errno = number
        }
        // Some programs start their children with signals blocked.
        var interrupting = sigset_t()
        sigemptyset(&interrupting)
        sigaddset(&interrupting, SIGINT)
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

    /// Waits until a descriptor is readable, or SIGINT arrives.
    ///
    /// - Parameter input: the descriptor.
    /// - Returns: whether the descriptor is readable.
    package func waitForInput(_ input: Int32) -> Bool {
        while true {
            var requests = [
                pollfd(fd: input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let found = poll(&requests, 2, -1)
            if found < 0 && errno == EINTR { continue }
            if requests[1].revents != 0 { return false }
            return true
        }
    }
}
