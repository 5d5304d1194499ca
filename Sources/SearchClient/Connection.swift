import Glibc
package import JSON
package import SearchProtocol
package import UnixSockets

/// A connection to the daemon, or to a private one of this process, that waits for each answer.
///
/// One thread may use it at a time.
///
/// It uses plain system calls: a command-line program starts, sends its request and ends in the time that an event loop
/// takes to start.
package final class Connection {
    /// The maximum size of an answer in bytes, above what any request can cause.
    private static let answerLimit = 1 << 30

    /// The process at the other end.
    enum Peer {
        case daemon(SocketPath)
        case process(PrivateProcess)
    }

    let peer: Peer
    /// The handler of SIGINT and SIGTERM, if the first signal is to cancel the current request; see `Interruption`.
    package var interruption: Interruption?
    /// The number of signals that had arrived before the current request.
    private(set) var interruptionsBefore = 0
    /// The daemon's description of itself, once the greeting is answered.
    package private(set) var greeting: InitializeResult?
    /// Whether the daemon at the other end was passed a descriptor, which `index` reads for the path `-`.
    package private(set) var readsInput = false
    private var pipelined: PipelinedRequest?
    /// The socket, for waiting when the connection is used without waiting for each answer.
    package let descriptor: Int32
    /// The bytes queued for writing, see `put`.
    var unwritten: [UInt8] = []
    private var decoder = FrameDecoder(sizeLimit: answerLimit)
    private var lastID = 0

    private init(peer: Peer, descriptor: Int32) {
        self.peer = peer
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(descriptor)
        if case .process(let process) = peer { process.wait() }
    }

    /// The process id of the daemon, or nil if the system does not report it or there is no daemon.
    package var daemonProcess: Int32? {
        guard case .daemon = peer else { return nil }
        return UnixSocket.peer(of: descriptor).flatMap { $0.process > 0 ? $0.process : nil }
    }

    /// Connects to the daemon at a path.
    ///
    /// - Parameters:
    ///   - path: the socket.
    ///   - timeout: the maximum duration of the wait for a daemon with a full queue of connections.
    /// - Returns: the connection.
    /// - Throws: `ClientError` if no process listens, the socket may not be used, or another user's process answers.
    package static func open(_ path: SocketPath, timeout: Duration = .seconds(5)) throws(ClientError) -> Connection {
        guard let descriptor = UnixSocket.open() else {
            throw .connectionLost(path: path.path, reason: UnixSocket.reason(errno))
        }
        let connection = Connection(peer: .daemon(path), descriptor: descriptor)
        let deadline = Deadline(in: timeout)
        while true {
            switch UnixSocket.connect(descriptor, to: path) {
            case 0:
                guard UnixSocket.peer(of: descriptor)?.isSameUser == true else {
                    throw .refused(path: path.path, reason: "another user's process answers there")
                }
                return connection
            case ENOENT, ECONNREFUSED, ENOTDIR: throw .daemonNotRunning(path: path.path)
            case EAGAIN, EINTR:
                // The kernel gives no notice when a Unix socket's queue has a free slot again.
                if deadline.hasPassed { throw .timedOut(path: path.path, action: "take the connection") }
                usleep(2_000)
            case let number: throw .refused(path: path.path, reason: UnixSocket.reason(number))
            }
        }
    }

    /// Starts a daemon that serves this process alone, without a socket file, and sends the greeting.
    ///
    /// The daemon ends with the connection; closing the connection waits for that, so that the daemon's locks are free
    /// then.
    ///
    /// - Parameters:
    ///   - program: the daemon's name, searched for in the folder of the running program and then in `PATH`; or its
    ///     absolute path.
    ///   - arguments: its arguments, including those that make it serve standard input and output.
    ///   - hello: the parameters of `initialize`.
    ///   - first: the first request, sent in the same write.
    ///   - input: a descriptor that the daemon reads where `index` names the path `-`, such as standard input; or nil.
    ///   - timeout: the maximum duration of the start.
    /// - Returns: the connection with its greeting.
    /// - Throws: `ClientError`.
    package static func starting(
        _ program: String, _ arguments: [String], hello: InitializeParams, asking first: FirstRequest? = nil,
        handingOver input: Int32? = nil, timeout: Duration = .seconds(30)
    ) throws(ClientError) -> Connection {
        let option = input == nil ? [] : ["--client-input", String(PrivateProcess.inputNumber)]
        let (process, descriptor) = try PrivateProcess.start(program, arguments + option, handingOver: input)
        let connection = Connection(peer: .process(process), descriptor: descriptor)
        connection.readsInput = input != nil
        try connection.greet(hello, asking: first, timeout: timeout)
        return connection
    }

    /// Sends a request, and waits for the answer.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - params: the parameters.
    ///   - timeout: the maximum duration of the wait; nil waits forever.
    ///   - onNotification: called with each notification that arrives before the answer.
    /// - Returns: the result.
    /// - Throws: `ClientError`; after any but `answered` the connection is of no further use.
    package func call(
        _ method: Method, _ params: (some JSONWritable)?, timeout: Duration? = nil,
        onNotification: (_ method: String, _ params: JSONValue?) -> Void = { _, _ in }
    ) throws(ClientError) -> JSONValue {
        let deadline = Deadline(in: timeout)
        interruptionsBefore = interruption?.count ?? 0
        if let ahead = pipelined {
            pipelined = nil
            if OutgoingMessage.request(id: ahead.id, method: method.name, params: params) == ahead.message {
                if let answer = ahead.answer { return try value(answer) }
                return try answer(to: ahead.id, deadline, onNotification: onNotification)
            }
        }
        let id = nextID()
        let message = OutgoingMessage.request(id: id, method: method.name, params: params)
        let failure = write(Framing.contentLength.frame(message), deadline)
        return try answer(to: id, deadline, afterWriting: failure, onNotification: onNotification)
    }

    /// Sends the greeting and the first request, and waits only for the answer to the greeting.
    func greet(_ hello: InitializeParams, asking first: FirstRequest?, timeout: Duration?) throws(ClientError) {
        let deadline = Deadline(in: timeout)
        let id = nextID()
        var bytes = Framing.contentLength.frame(
            OutgoingMessage.request(id: id, method: Method.initialize.name, params: hello))
        if let first {
            let id = nextID()
            let ahead = PipelinedRequest(id: id, message: first.message(id))
            bytes += Framing.contentLength.frame(ahead.message)
            pipelined = ahead
        }
        let failure = write(bytes, deadline)
        greeting = try read(answer(to: id, deadline, afterWriting: failure))
    }

    func nextID() -> RequestID {
        lastID += 1
        return RequestID(lastID)
    }

    /// Waits for the answer to a request, and keeps the answer to the pipelined request if that arrives first.
    private func answer(
        to id: RequestID, _ deadline: Deadline, afterWriting failure: ClientError? = nil,
        onNotification: (_ method: String, _ params: JSONValue?) -> Void = { _, _ in }
    ) throws(ClientError) -> JSONValue {
        while true {
            switch try nextMessage(deadline, afterWriting: failure, request: id) {
            case .response(id, let result): return try value(result)
            case .response(.null, .failure(let error)): throw .answered(error)
            case .response(let other, let result):
                if other == pipelined?.id { pipelined?.answer = result }
            case .notification(let name, let params): onNotification(name, params)
            case .request, .invalid: throw malformed("no answer of JSON-RPC 2.0")
            }
        }
    }

    private func value(_ result: Result<JSONValue, ProtocolError>) throws(ClientError) -> JSONValue {
        do { return try result.get() } catch { throw .answered(error) }
    }

    private func read<Output: JSONReadable>(_ result: JSONValue) throws(ClientError) -> Output {
        do throws(JSONMismatch) { return try Output(json: result) } catch {
            throw malformed(error.description)
        }
    }

    /// Sends a request, and decodes the result.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - params: the parameters.
    ///   - type: the type of the result.
    ///   - timeout: the maximum duration of the wait; nil waits forever.
    ///   - onNotification: called with each notification that arrives before the answer.
    /// - Returns: the result.
    /// - Throws: `ClientError`, also if the result is not of this type.
    package func call<Output: JSONReadable>(
        _ method: Method, _ params: (some JSONWritable)?, returning type: Output.Type, timeout: Duration? = nil,
        onNotification: (_ method: String, _ params: JSONValue?) -> Void = { _, _ in }
    ) throws(ClientError) -> Output {
        try read(call(method, params, timeout: timeout, onNotification: onNotification))
    }

    /// Waits for the next notification, as a subscriber does.
    ///
    /// - Parameter timeout: the maximum duration of the wait; nil waits forever.
    /// - Returns: the notification.
    /// - Throws: `ClientError`.
    package func nextNotification(timeout: Duration? = nil) throws(ClientError) -> (method: String, params: JSONValue?)
    {
        let deadline = Deadline(in: timeout)
        while true {
            if case .notification(let name, let params) = try nextMessage(deadline, afterWriting: nil) {
                return (name, params)
            }
        }
    }

    /// Writes all bytes, and returns the error, if any: the daemon may have sent the reason before it stopped reading.
    private func write(_ bytes: [UInt8], _ deadline: Deadline) -> ClientError? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard deadline.wait(for: POLLOUT, on: descriptor, orInputOf: interruption?.descriptor ?? -1) else {
                    return timedOut("read the request")
                }
                do throws(ClientError) { _ = try heedInterruption(of: nil) } catch { return error }
            } else if errno != EINTR {
                return lost(UnixSocket.reason(errno))
            }
        }
        return nil
    }

    private func nextMessage(
        _ deadline: Deadline, afterWriting failure: ClientError?, request: RequestID? = nil
    ) throws(ClientError) -> IncomingMessage {
        var hasCancelled = false
        while true {
            if let message = try messageAtHand() { return message }
            if try receive(afterWriting: failure) { continue }
            if let failure { try throwUnlessLost(failure) }
            if try heedInterruption(of: hasCancelled ? nil : request) { hasCancelled = true }
            if hasUnwritten { write() }
            let events = hasUnwritten ? POLLIN | POLLOUT : POLLIN
            guard deadline.wait(for: events, on: descriptor, orInputOf: interruption?.descriptor ?? -1) else {
                throw timedOut("answer")
            }
        }
    }

    /// The next whole message among the bytes received.
    func messageAtHand() throws(ClientError) -> IncomingMessage? {
        do throws(FrameError) {
            while let frame = try decoder.next() {
                if case .single(let message) = IncomingFrame(bytes: frame) { return message }
            }
            return nil
        } catch {
            throw malformed(error.description)
        }
    }

    /// Receives the bytes that have arrived; false if there are none.
    func receive(afterWriting failure: ClientError? = nil) throws(ClientError) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = bytes.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        if count > 0 {
            decoder.append(bytes[..<count])
            return true
        }
        if count == 0 { throw failure ?? lost("no answer came") }
        if errno == EAGAIN { return false }
        guard errno == EINTR else { throw failure ?? lost(UnixSocket.reason(errno)) }
        return true
    }
}
