import Foundation
import JSON
import SearchProtocol
import UnixSockets

/// A connection that sends arbitrary bytes.
final class RawPeer {
    private let descriptor: Int32
    private var decoder = FrameDecoder(sizeLimit: 1 << 26)

    /// Connects; nil if the daemon does not accept the connection within ten seconds.
    init?(_ path: SocketPath) {
        guard let descriptor = UnixSocket.open() else { return nil }
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        for _ in 0..<5_000 {
            switch UnixSocket.connect(descriptor, to: path) {
            case 0: return
            case EAGAIN, EINTR: usleep(2_000)
            default: return nil
            }
        }
        return nil
    }

    deinit { close(descriptor) }

    /// Sends all bytes; false if the daemon closed the connection, or accepted nothing for ten seconds.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EAGAIN || !wait(for: POLLOUT) {
                return false
            }
        }
        return true
    }

    /// Sends a search as a line.
    @discardableResult
    func search(_ query: String, id: Int) -> Bool {
        let text = #"{"jsonrpc":"2.0","id":\#(id),"method":"search","params":{"query":"\#(query)"}}"# + "\n"
        return send(Array(text.utf8))
    }

    /// The next message; nil if the connection was closed, or nothing arrived for ten seconds.
    func receive() -> JSONValue? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let frame = try? decoder.next() { return try? JSONValue(parsing: frame) }
            let count = recv(descriptor, &bytes, bytes.count, 0)
            if count > 0 {
                decoder.append(bytes[..<count])
            } else if count == 0 || errno != EAGAIN || !wait(for: POLLIN) {
                return nil
            }
        }
    }

    /// Reads until the answer with an id arrives; false if the connection ends first.
    func readAnswer(_ id: Int) -> Bool {
        while let message = receive() {
            if let number = message["id"]?.number, number == String(id) { return true }
        }
        return false
    }

    private func wait(for events: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return poll(&request, 1, 10_000) == 1
    }
}
