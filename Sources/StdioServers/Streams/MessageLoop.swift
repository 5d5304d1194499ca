import Glibc
package import SearchProtocol

/// Carries messages between standard input, standard output and the daemon, on one thread that waits for all three at once.
package final class MessageLoop {
    /// The longest message that a client may send: more than any text that an editor puts into one.
    private static let sizeLimit = 64 << 20
    /// Bytes that the client has not read, above which nothing more is read from it.
    private static let outputLimit = 8 << 20

    private let link: DaemonLink
    private let framing: Framing
    private let (input, output): (Int32, Int32)
    private var decoder = FrameDecoder(sizeLimit: sizeLimit)
    private var unread = OutputQueue()
    private var isAtEnd = false

    /// A loop between a client and the daemon.
    ///
    /// - Parameters:
    ///   - framing: how messages are kept apart where the client has sent nothing yet.
    ///   - link: the way to the daemon.
    ///   - input: what the client writes to.
    ///   - output: what it reads from.
    package init(framing: Framing, link: DaemonLink, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
        (self.framing, self.link, self.input, self.output) = (framing, link, input, output)
    }

    /// Sends the client a message.
    package func send(_ message: [UInt8]) { unread.append((decoder.framing ?? framing).frame(message)) }

    /// Serves until the client asks to end, or until its input ends and everything is answered.
    ///
    /// - Parameter server: what answers.
    /// - Returns: the status to end with.
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
        // Nothing is left half done: whoever sends it wants the process gone.
        signal(SIGTERM) { _ in _exit(0) }
        // Some programs start others with their own signals blocked.
        var terminating = sigset_t()
        sigemptyset(&terminating)
        sigaddset(&terminating, SIGTERM)
        sigprocmask(SIG_UNBLOCK, &terminating, nil)
        signal(SIGPIPE, SIG_IGN)
        // A daemon that was started here may end long before this process, which does not wait for it.
        signal(SIGCHLD, SIG_IGN)
    }

    /// Waits until something can be done, and writes; true where there is input to read.
    private func wait() -> Bool {
        let readsInput = !isAtEnd && unread.count < MessageLoop.outputLimit
        var requests = [
            pollfd(fd: readsInput ? input : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: unread.count > 0 ? output : -1, events: Int16(POLLOUT), revents: 0),
        ]
        if let (descriptor, writes) = link.interest {
            requests.append(pollfd(fd: descriptor, events: Int16(writes ? POLLIN | POLLOUT : POLLIN), revents: 0))
        }
        // Where a question was put while answers were handed out, the link has more to do at once.
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
            // Where the next message begins cannot be known any more.
            send(OutgoingMessage.response(id: .null, error: error.answer))
            isAtEnd = true
        }
    }
}
