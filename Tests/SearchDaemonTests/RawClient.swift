import Foundation
import JSON
import SearchProtocol
import Testing
import UnixSockets

/// A client that sends any bytes and gives up after five minutes of silence.
final class RawClient {
    let descriptor: Int32
    private var decoder = FrameDecoder(sizeLimit: 1 << 26)

    init(_ path: SocketPath) throws {
        descriptor = try #require(UnixSocket.open())
        try #require(UnixSocket.connect(descriptor, to: path) == 0)
    }

    deinit { close(descriptor) }

    /// Sends all bytes, or those that the daemon reads before it closes the connection.
    func send(_ bytes: [UInt8]) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                try await Task.sleep(for: .milliseconds(1))
            } else {
                return
            }
        }
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    /// A request in a line.
    func search(_ query: String, id: Int, limit: Int = 0) async throws {
        try await send(Self.search(query, id: id, limit: limit))
    }

    static func search(_ query: String, id: Int, limit: Int = 0) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"search","params":{"query":"\#(query)","limit":\#(limit)}}"# + "\n"
    }

    /// Whether anything can be read.
    var hasInput: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) == 1
    }

    func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next message, or nil when the daemon closed the connection.
    ///
    /// It never blocks a thread: the daemon's tasks may need all that there are.
    func receive() async throws -> String? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let end = ContinuousClock.now.advanced(by: .seconds(300))
        while ContinuousClock.now < end {
            if let frame = try decoder.next() { return String(decoding: frame, as: UTF8.self) }
            let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            if count > 0 {
                decoder.append(bytes[..<count])
            } else if count == 0 || errno != EAGAIN {
                return nil
            } else {
                try await Task.sleep(for: .milliseconds(1))
            }
        }
        throw Silence()
    }

    struct Silence: Error {}

    /// The code of the next message's error, or 0 if the message is a result.
    func receiveCode() async throws -> Int {
        let text = try #require(try await receive())
        let json = try JSONValue(parsing: Array(text.utf8))
        return try json["error"].map { try ProtocolError(json: $0).code } ?? 0
    }
}
