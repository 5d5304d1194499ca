import Foundation
import JSON
import SearchProtocol

/// A program that serves one client by standard input and output, such as `tracuu lsp`, and what that client says.
final class StdioTalk {
    let process = Process()
    private let framing: Framing
    private let input = Pipe()
    private let output = Pipe()
    private var decoder = FrameDecoder(sizeLimit: 1 << 26)
    private var lastID = 0
    /// The notifications so far.
    private(set) var notifications: [(method: String, params: JSONValue?)] = []

    /// Starts the program.
    init(_ arguments: [String], framing: Framing, in home: Home, program: String = "tracuu") throws {
        self.framing = framing
        process.executableURL = Programs.folder.appendingPathComponent(program)
        process.arguments = arguments
        process.environment = home.environment.merging(["XDG_CACHE_HOME": home.path + "/cache"]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Sends bytes as they are.
    func send(bytes: [UInt8]) { try? input.fileHandleForWriting.write(contentsOf: Data(bytes)) }

    /// Sends a notification.
    func tell(_ method: String, _ params: some JSONWritable = JSONValue.emptyObject) {
        send(bytes: framing.frame(OutgoingMessage.notification(method: method, params: params)))
    }

    /// Sends a request.
    func put(_ method: String, _ params: some JSONWritable = JSONValue.emptyObject) -> RequestID {
        lastID += 1
        let id = RequestID(lastID)
        send(bytes: framing.frame(OutgoingMessage.request(id: id, method: method, params: params)))
        return id
    }

    /// Sends a request and waits for its result.
    ///
    /// - Parameters:
    ///   - method: the method to call.
    ///   - params: a JSON text.
    /// - Returns: the result.
    /// - Throws: the `ProtocolError` of the answer.
    func ask(_ method: String, _ params: String = "{}") throws -> JSONValue {
        try answer(to: put(method, try JSONValue(parsing: Array(params.utf8)))).get()
    }

    /// Waits for the answer to a request.
    func answer(to id: RequestID) throws -> Result<JSONValue, ProtocolError> {
        while let message = try next() {
            switch message {
            case .response(id, let result): return result
            case .notification(let method, let params): notifications.append((method, params))
            default: continue
            }
        }
        throw CocoaError(.fileReadUnknown)
    }

    /// Waits for the next message; nil at the end of the output.
    func next() throws -> IncomingMessage? {
        while true {
            if let frame = try decoder.next() {
                guard case .single(let message) = IncomingFrame(bytes: frame) else { continue }
                return message
            }
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { return nil }
            decoder.append(data)
        }
    }

    /// Closes both its input and its output.
    func abandon() throws {
        try output.fileHandleForReading.close()
        try input.fileHandleForWriting.close()
    }

    /// Ends its input.
    func endInput() throws { try input.fileHandleForWriting.close() }

    /// Waits for its end, and returns the status.
    func status() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
            ? 128 + process.terminationStatus : process.terminationStatus
    }
}

extension Home {
    /// Kills the daemon with SIGKILL.
    func killDaemon() throws {
        let process = try connect().value.daemonProcess ?? 0
        guard process > 0 else { throw CocoaError(.fileReadUnknown) }
        kill(process, SIGKILL)
        while kill(process, 0) == 0 { usleep(10_000) }
    }
}
