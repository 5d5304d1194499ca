import Foundation
import JSON
import SearchClient
import SearchProtocol
import Synchronization
import TemporaryFolders
import Testing
import UnixSockets

@testable import StdioServers

/// A daemon whose answers a test gives; it serves every connection.
final class PlayedDaemon: Sendable {
    /// What it does with a request.
    enum Reaction: Sendable {
        case result(String)
        case error(ProtocolError)
        case silence
        case hangUp
    }

    private let folder: TemporaryFolder
    private let listener: Int32
    private let path: SocketPath
    private let heard = Mutex<[(connection: Int, method: String, params: String)]>([])

    /// Starts to listen.
    ///
    /// - Parameter react: what to do with a request of the connection with a number, counted from 1.
    /// - Throws: the system's error.
    init(_ react: @escaping @Sendable (_ connection: Int, _ method: String, _ params: JSONValue) -> Reaction) throws {
        folder = try TemporaryFolder()
        path = try SocketPath(folder.path + "/s")
        listener = try #require(UnixSocket.open())
        try #require(UnixSocket.bind(listener, to: path) == 0)
        try #require(listen(listener, 4) == 0)
        Thread.detachNewThread { [listener, weak self] in
            var number = 0
            while true {
                let caller = accept(listener, nil, nil)
                guard caller >= 0 else { return }
                number += 1
                Thread.detachNewThread { [weak self, number] in
                    self?.serve(caller, number, react)
                    close(caller)
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// The requests and notifications that it received, except for the greetings.
    var messages: [(connection: Int, method: String, params: String)] { heard.withLock { $0 } }

    /// A link to it.
    func link() -> DaemonLink {
        DaemonLink(hello: InitializeParams(clientName: "test")) { [path] hello in
            guard let connection = try Connection.ifServed(at: path, hello: hello, timeout: .seconds(300)) else {
                throw ClientError.daemonNotRunning(path: path.path)
            }
            return connection
        }
    }

    private func serve(
        _ caller: Int32, _ number: Int, _ react: (Int, String, JSONValue) -> Reaction
    ) {
        var decoder = FrameDecoder(sizeLimit: 1 << 20)
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            while let frame = try? decoder.next() {
                guard case .single(let message) = IncomingFrame(bytes: frame) else { continue }
                guard answer(message, to: caller, number, react) else { return }
            }
            let count = read(caller, &buffer, buffer.count)
            guard count > 0 else { return }
            decoder.append(buffer[..<count])
        }
    }

    private func answer(
        _ message: IncomingMessage, to caller: Int32, _ number: Int, _ react: (Int, String, JSONValue) -> Reaction
    ) -> Bool {
        func send(_ message: [UInt8]) {
            let bytes = Framing.contentLength.frame(message)
            _ = bytes.withUnsafeBytes { Glibc.send(caller, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        }
        switch message {
        case .request(let id, "initialize", let params):
            let encoding = params?["positionEncoding"]?.string.flatMap { PositionEncoding(rawValue: $0) } ?? .utf8
            let greeting = InitializeResult(name: "played", version: "1", positionEncoding: encoding, methods: [])
            send(OutgoingMessage.response(id: id, result: greeting.json))
        case .request(let id, let method, let params):
            note(number, method, params)
            switch react(number, method, params ?? .emptyObject) {
            case .result(let json): send(OutgoingMessage.response(id: id, result: Array(json.utf8)))
            case .error(let error): send(OutgoingMessage.response(id: id, error: error))
            case .silence: break
            case .hangUp: return false
            }
        case .notification(let method, let params): note(number, method, params)
        case .response, .invalid: break
        }
        return true
    }

    private func note(_ number: Int, _ method: String, _ params: JSONValue?) {
        let text = String(decoding: (params ?? .emptyObject).bytes, as: UTF8.self)
        heard.withLock { $0.append((number, method, text)) }
    }
}

extension DaemonLink {
    /// Advances until nothing is open, or a condition holds, for at most five minutes: a busy machine may need them.
    func settle(until condition: () -> Bool = { false }) {
        let end = ContinuousClock.now.advanced(by: .seconds(300))
        while !isIdle, !condition(), ContinuousClock.now < end {
            advance()
            usleep(500)
        }
    }
}
