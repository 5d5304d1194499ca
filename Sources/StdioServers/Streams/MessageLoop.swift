import Glibc
package import SearchProtocol

/// An event loop that passes messages between standard input, standard output and the daemon, on one thread that polls
/// all three.
package final class MessageLoop {
    /// The maximum size of a client's message in bytes: more than any text that an editor sends in one.
    private static let sizeLimit = 64 << 20
    /// The number of unread output bytes above which no more input is read (backpressure).
    private static let outputLimit = 8 << 20

    private let link: DaemonLink
    private let framing: Framing
    private let (input, output): (Int32, Int32)
    private var decoder = FrameDecoder(sizeLimit: sizeLimit)
    private var unread = OutputQueue()
    private var isAtEnd = false

    /// Creates a loop between a client and the daemon.
    ///
    /// - Parameters:
    ///   - framing: the framing to use until the client has sent a message.
    ///   - link: the link to the daemon.
    ///   - input: the descriptor that the client writes to.
    ///   - output: the descriptor that it reads from.
    package init(framing: Framing, link: DaemonLink, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
        (self.framing, self.link, self.input, self.output) = (framing, link, input, output)
    }

    /// Sends the client a message.
    package func send(_ message: [UInt8]) { unread.append((decoder.framing ?? framing).frame(message)) }

    /// Serves until the client asks to exit, or until its input ends and every request is answered.
    ///
    /// - Parameter server: the server that answers.
    /// - Returns: the exit status.
    package func run(_ server: some StdioServer) -> Int32 {
        MessageLoop.arrangeSignals()
        while true {
            link.advance()
            if unread.isBroken { return 0 }
            if unread.count == 0 {
                if let status = server.exitStatus { return status }
                if isAtEnd && link.isIdle { return 0 }
            }
            if wait() { read(for: server) }
        }
    }

    private static func arrangeSignals() {
        // There is no unfinished work to complete: the sender of the signal wants the process to end.
        signal(SIGTERM) { _ in _exit(0) }
        // Some programs start others with their own signals blocked.
        var terminating = sigset_t()
        sigemptyset(&terminating)
        sigaddset(&terminating, SIGTERM)
        sigprocmask(SIG_UNBLOCK, &terminating, nil)
        signal(SIGPIPE, SIG_IGN)
        // A daemon that was started here may exit long before this process, which does not wait for it.
        signal(SIGCHLD, SIG_IGN)
    }

    /// Waits for an event and writes pending output; true where there is input to read.
    private func wait() -> Bool {
        let readsInput = !isAtEnd && unread.count < MessageLoop.outputLimit
        var requests = [
            pollfd(fd: readsInput ? input : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: unread.count > 0 ? output : -1, events: Int16(POLLOUT), revents: 0),
        ]
        if let (descriptor, writes) = link.interest {
            requests.append(pollfd(fd: descriptor, events: Int16(writes ? POLLIN | POLLOUT : POLLIN), revents: 0))
        }
        // Where a request was added while answers were delivered, the link has more to do immediately.
        guard poll(&requests, nfds_t(requests.count), link.hasUnasked ? 0 : -1) > 0 else { return false }
        if requests[1].revents != 0 { unread.write(to: output) }
        return requests[0].revents != 0
    }

    private func read(for server: some StdioServer) {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(input, &bytes, bytes.count)
        if count > 0 {
            decoder.append(bytes[..<count])
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            isAtEnd = true
        }
        do throws(FrameError) {
            while server.exitStatus == nil, let frame = try decoder.next() {
                server.receive(IncomingFrame(bytes: frame))
            }
        } catch {
            // The start of the next message cannot be determined any more.
            send(OutgoingMessage.response(id: .null, error: error.answer))
            isAtEnd = true
        }
    }
}
