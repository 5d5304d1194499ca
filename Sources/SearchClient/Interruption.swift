import Glibc
import Synchronization

/// SIGINT as something that can be waited for together with an answer, rather than the end of the process.
///
/// The first one has a request cancelled, so that what it has done is kept; the second one gives it up.
package final class Interruption {
    /// Where the signal's handler writes a byte; a handler cannot be given anything else.
    private static let writeEnd = Atomic<Int32>(-1)

    /// Readable when a SIGINT has come that `take` has not been told of.
    package let descriptor: Int32
    /// How many have come.
    package private(set) var count = 0

    /// Takes SIGINT over, until the end of the process; there can be one in a process.
    ///
    /// - Throws: `ClientError.launchFailed` where there is no descriptor left for a pipe.
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
        // Some programs start others with their own signals blocked.
        var interrupting = sigset_t()
        sigemptyset(&interrupting)
        sigaddset(&interrupting, SIGINT)
        sigprocmask(SIG_UNBLOCK, &interrupting, nil)
    }

    /// Whether one has come so far.
    package var hasCome: Bool {
        take()
        return count > 0
    }

    /// Counts those that have come.
    ///
    /// - Returns: whether there were any.
    @discardableResult
    package func take() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 16)
        let taken = read(descriptor, &bytes, bytes.count)
        if taken > 0 { count += taken }
        return taken > 0
    }

    /// Waits until a descriptor can be read, or SIGINT comes.
    ///
    /// - Parameter input: the descriptor.
    /// - Returns: whether it can be read.
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
