import Glibc
import JSON
import SearchClient
import SearchProtocol

/// Sends JSON Lines from a descriptor, such as standard input, to the daemon as they arrive.
///
/// The daemon reads them as it reads a file: compressed or not, up to its own limit of a line.
struct PipedArticles {
    /// The maximum number of bytes in a part: enough to keep the daemon busy.
    private static let partBytes = 384 << 10
    /// The number of parts that may be unanswered: one is read while the next one is on its way.
    private static let partsAhead = 2
    /// The time in which the daemon should take what was read before a signal; it may be waiting itself.
    private static let cutPatience = Duration.seconds(1)
    /// The number of bytes that a request needs around its part.
    private static let envelopeBytes = 256

    private let connection: Connection
    private let input: Int32
    private let progress: (ProgressValue) -> Void
    private let partBytes: Int
    private let run: RequestID
    /// What was read and not sent yet.
    private var pending: [UInt8] = []
    private var unanswered: Set<RequestID> = []
    private var isAtEnd = false
    /// The time at which the run is cancelled, once a signal has ended the reading; before that what was read is sent.
    private var cutDeadline: ContinuousClock.Instant?
    private var hasSentLast = false
    private var hasCancelled = false
    /// Why the input could not be read to its end.
    private var failure: IndexFailure?
    /// Why the daemon took no more parts.
    private var refusal: ProtocolError?

    /// Indexes everything that a descriptor delivers.
    ///
    /// - Parameters:
    ///   - input: a descriptor that is open for reading.
    ///   - params: the parameters of the run, with `-` as the path.
    ///   - connection: the connection to the daemon; an interruption of it ends the reading, and what was read is kept.
    ///   - progress: called with each progress of the daemon.
    /// - Returns: the result for all articles; its failures count lines from 0, as the protocol does.
    /// - Throws: `ClientError`, `DaemonError`, `Interrupted`.
    static func index(
        _ input: Int32, _ params: IndexParams, through connection: Connection,
        progress: @escaping (ProgressValue) -> Void
    ) throws -> IndexResult {
        guard connection.greeting?.methods.contains(Method.input.name) ?? false else {
            throw DaemonError(
                description:
                    "the running daemon is of an older version, which cannot index standard input for this one; "
                    + "restart it with tracuu daemon restart, or use --no-daemon")
        }
        var articles = PipedArticles(input, params, connection, progress)
        while true {
            for message in try connection.messages() {
                if let result = try articles.take(message) { return result }
            }
            articles.sendPart()
            connection.write()
            try articles.wait()
        }
    }

    private init(
        _ input: Int32, _ params: IndexParams, _ connection: Connection,
        _ progress: @escaping (ProgressValue) -> Void
    ) {
        (self.input, self.connection, self.progress) = (input, connection, progress)
        let frameBytes = connection.greeting?.frameBytes ?? Limits().frameBytes
        partBytes = max(
            1,
            min(
                PipedArticles.partBytes,
                EncodedBytes.capacity(ofLength: frameBytes - PipedArticles.envelopeBytes)))
        run = connection.put(.index, params)
    }

    /// Takes a message from the daemon; returns the result once it has come.
    private mutating func take(_ message: IncomingMessage) throws -> IndexResult? {
        switch message {
        case .response(run, .success(let value)):
            do throws(JSONMismatch) {
                var result = try IndexResult(json: value)
                if let failure { result.failed.append(failure) }
                return result
            } catch {
                throw DaemonError(
                    description: "the daemon's answer cannot be read: \(error); restart it with tracuu daemon restart")
            }
        case .response(run, .failure(let error)):
            if error.known == .cancelled {
                if connection.interruption?.hasCome ?? false {
                    throw Interrupted(result: error.resultBeforeCancelling ?? .none)
                }
                if let refusal { throw ClientError.answered(refusal) }
            }
            throw ClientError.answered(error)
        case .response(let id, let result):
            guard unanswered.remove(id) != nil else { return nil }
            if cutDeadline != nil, hasSentLast, unanswered.isEmpty { cancel() }
            guard case .failure(let error) = result, refusal == nil else { return nil }
            // A stopping daemon refuses parts and cancels the run by itself; its answer tells what was kept.
            refusal = error
            (isAtEnd, hasSentLast) = (true, true)
            cancel()
        case .notification(Method.progress.name, let params?):
            if let told = try? ProgressParams(json: params) { progress(told.value) }
        case .notification, .request, .invalid: break
        }
        return nil
    }

    /// Sends what was read: at once where the daemon waits for it, else when it fills a part.
    ///
    /// Where a signal ended the reading, an empty part comes last: once it is read, so is every line before it.
    private mutating func sendPart() {
        let isDue = isAtEnd || (!pending.isEmpty && (unanswered.isEmpty || pending.count >= partBytes))
        guard isDue, !hasSentLast, unanswered.count < PipedArticles.partsAhead else { return }
        let isCut = cutDeadline != nil
        hasSentLast = isAtEnd && (!isCut || pending.isEmpty)
        unanswered.insert(connection.put(.input, InputParams(bytes: pending, more: isCut || !isAtEnd)))
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func cancel() {
        if !hasCancelled { connection.putCancellation(of: run) }
        hasCancelled = true
    }

    /// Waits for input, for the daemon, or for a signal, and reads the input that is there.
    private mutating func wait() throws {
        let events = connection.hasUnwritten ? POLLIN | POLLOUT : POLLIN
        let readsInput = !isAtEnd && pending.count < partBytes
        var requests = [
            pollfd(fd: readsInput ? input : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: connection.descriptor, events: Int16(events), revents: 0),
            pollfd(fd: connection.interruption?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        let rest = hasCancelled ? nil : cutDeadline.map { ContinuousClock.now.duration(to: $0) }
        if let rest, rest <= .zero { return cancel() }
        guard poll(&requests, 3, rest.map { Int32($0 / .milliseconds(1)) + 1 } ?? -1) > 0 else { return }
        if requests[2].revents != 0, let interruption = connection.interruption, interruption.take() {
            guard interruption.count == 1 else { throw ClientError.interrupted }
            if hasSentLast { return cancel() }
            isAtEnd = true
            cutDeadline = .now + PipedArticles.cutPatience
        } else if requests[0].revents != 0 {
            read()
        }
    }

    private mutating func read() {
        let size = min(partBytes - pending.count, 65_536)
        withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { buffer in
            let count = Glibc.read(input, buffer.baseAddress, size)
            if count > 0 {
                pending.append(contentsOf: buffer[..<count])
            } else if count == 0 {
                isAtEnd = true
            } else if errno != EINTR && errno != EAGAIN {
                let reason = "cannot be read: \(String(cString: strerror(errno)))"
                failure = IndexFailure(path: "-", reason: reason)
                isAtEnd = true
            }
        }
    }
}
