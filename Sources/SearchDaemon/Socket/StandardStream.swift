import Foundation
import SearchProtocol
import UnixSockets

/// Standard input and output of the process as one connected socket, on which a server serves one client.
///
/// Where both are one socket already, as from a client that created a socket pair or from `inetd`, it is used as it
/// is. Pipes, files and terminals are copied by two threads: the event loop cannot wait for a file, and the flag that
/// it sets on a descriptor (`O_NONBLOCK`) would affect every process that has the terminal open.
package final class StandardStream: Sendable {
    /// The connected socket; the server that uses it closes it.
    package let descriptor: Int32
    private let copied: AsyncStream<Never>

    /// Takes over descriptors 0 and 1, which then refer to `/dev/null` and standard error.
    ///
    /// - Parameter patience: the time for which a reader of standard output may read nothing before the rest is
    ///   discarded.
    /// - Throws: `StreamError`.
    package init(patience: Duration) throws {
        let (end, ending) = AsyncStream<Never>.makeStream()
        copied = end
        let input = try StandardStream.duplicate(STDIN_FILENO)
        let output = try StandardStream.duplicate(STDOUT_FILENO)
        // A stray message must not appear between the answers.
        dup2(STDERR_FILENO, STDOUT_FILENO)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        if nothing >= 0 {
            dup2(nothing, STDIN_FILENO)
            close(nothing)
        }
        if StandardStream.isOneSocket(input, output) {
            close(output)
            descriptor = input
            ending.finish()
            return
        }
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw StreamError(action: "make a pair of sockets", number: errno)
        }
        descriptor = ends[0]
        let socket = ends[1]
        signal(SIGPIPE, SIG_IGN)
        StandardStream.startThread("tracuud-input") {
            _ = StandardStream.copy(from: input, to: socket, patience: nil)
            shutdown(socket, Int32(SHUT_WR))
        }
        StandardStream.startThread("tracuud-output") {
            // A reader that is gone, or that does not read, cannot be answered any more.
            if !StandardStream.copy(from: socket, to: output, patience: patience) { shutdown(socket, Int32(SHUT_RDWR)) }
            close(output)
            ending.finish()
        }
    }

    /// Returns once everything that was written to the socket, which is closed by then, has been copied to standard
    /// output.
    package func finish() async { for await _ in copied {} }

    private static func duplicate(_ descriptor: Int32) throws(StreamError) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw StreamError(action: "take over descriptor \(descriptor)", number: errno) }
        return copy
    }

    private static func isOneSocket(_ input: Int32, _ output: Int32) -> Bool {
        var (first, second) = (stat(), stat())
        guard fstat(input, &first) == 0, fstat(output, &second) == 0 else { return false }
        return first.st_mode & S_IFMT == S_IFSOCK && first.st_ino == second.st_ino && first.st_dev == second.st_dev
    }

    private static func startThread(_ name: String, _ work: @escaping @Sendable () -> Void) {
        let thread = Thread(block: work)
        thread.name = name
        thread.start()
    }

    /// Copies until the input ends; false where the output accepts nothing more.
    private static func copy(from input: Int32, to output: Int32, patience: Duration?) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            guard isReadable(input, orAbandoned: output) else { return false }
            let count = read(input, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return true }
            var rest = buffer[..<count]
            while !rest.isEmpty {
                guard isWritable(output, within: patience) else { return false }
                // A pipe that is ready accepts this number of bytes without blocking the writer.
                let written = rest.withUnsafeBytes { write(output, $0.baseAddress, min($0.count, Int(PIPE_BUF))) }
                if written < 0 && (errno == EINTR || errno == EAGAIN) { continue }
                guard written > 0 else { return false }
                rest = rest.dropFirst(written)
            }
        }
    }

    /// Waits until there is input to read; false where the output's reader is gone first.
    private static func isReadable(_ input: Int32, orAbandoned output: Int32) -> Bool {
        while true {
            var requests = [
                pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: output, events: 0, revents: 0),
            ]
            let count = poll(&requests, 2, -1)
            if count < 0 && errno == EINTR { continue }
            return count < 0 || requests[0].revents != 0
        }
    }

    private static func isWritable(_ output: Int32, within patience: Duration?) -> Bool {
        let milliseconds = patience.map { Int32(clamping: Int($0 / .milliseconds(1))) } ?? -1
        while true {
            var request = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
            let count = poll(&request, 1, milliseconds)
            if count < 0 && errno == EINTR { continue }
            return count > 0
        }
    }
}

/// Why standard input and output cannot be served.
package struct StreamError: Error, CustomStringConvertible {
    let action: String
    let number: Int32

    /// The error in one line.
    package var description: String {
        "cannot \(action): \(UnixSocket.reason(number)); standard input and output have to be open"
    }
}
