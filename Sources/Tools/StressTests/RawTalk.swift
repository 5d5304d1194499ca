import Foundation
import JSON
import SearchProtocol
import UnixSockets

/// A connection for arbitrary data, one message per line; for one thread.
final class RawTalk {
    private let descriptor: Int32
    private var decoder = FrameDecoder(sizeLimit: 1 << 28)

    /// Connects, and waits if the daemon's queue of connections is full.
    init(_ path: SocketPath) throws {
        guard let descriptor = UnixSocket.open() else { throw POSIXError(.EMFILE) }
        self.descriptor = descriptor
        let failure = UnixSocket.connect(descriptor, to: path)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    /// Sends a message as a line; false if the daemon accepts no more data.
    @discardableResult
    func send(_ message: [UInt8]) -> Bool { write(Framing.lines.frame(message)) }

    /// Sends bytes unchanged; false if the daemon has closed the connection, or has accepted nothing for a second.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EAGAIN || !wait(for: POLLOUT, seconds: 1) {
                return false
            }
        }
        return true
    }

    /// The next message, or nil if none arrived in time or the daemon has closed the connection.
    func receive(seconds: Double) -> JSONValue? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            // The daemon frames its messages as lines, unless the bytes sent before were not a valid message.
            guard let frame = try? decoder.next() else {
                let left = ContinuousClock.now.duration(to: deadline) / .seconds(1)
                guard left > 0, wait(for: POLLIN, seconds: left) else { return nil }
                let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
                guard count > 0 else { return nil }
                decoder.append(bytes[..<count])
                continue
            }
            return try? JSONValue(parsing: frame)
        }
    }

    private func wait(for events: Int32, seconds: Double) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return poll(&request, 1, Int32(seconds * 1_000) + 1) > 0
    }
}
