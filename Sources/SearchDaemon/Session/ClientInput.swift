import Foundation
package import SearchProtocol

/// The input of one connection: what its `input` requests carry, for the `index` request that reads it.
///
/// The event loop puts parts in, and a thread that may block reads them.
package final class ClientInput: @unchecked Sendable {
    /// The number of parts that may wait to be read.
    private static let partLimit = 4

    private struct Part {
        let bytes: [UInt8]
        let isLast: Bool
        var onRead: @Sendable () -> Void
    }

    // Guarded by the condition.
    private var parts: [Part] = []
    private var current: ArraySlice<UInt8> = []
    private var isAtLastPart = false
    private var isClosed = false
    /// Whether parts are dropped up to the last one, since the request that read them has ended.
    private var dropsRest = false
    private var reader: RunningRequests.Number?
    private let condition = NSCondition()

    /// The number of the request that reads the input, if one does.
    var readingRequest: Int? {
        condition.lock()
        defer { condition.unlock() }
        return reader
    }

    /// Adds a part.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - onRead: called once when the part is read, or dropped.
    /// - Throws: `ProtocolError` with -32004 if too many parts wait.
    func put(_ part: InputParams, onRead: @escaping @Sendable () -> Void) throws(ProtocolError) {
        let isLast = part.more != true
        condition.lock()
        guard !dropsRest else {
            dropsRest = !isLast
            condition.unlock()
            return onRead()
        }
        guard parts.count < ClientInput.partLimit else {
            condition.unlock()
            throw ProtocolError(
                .busy, "\(ClientInput.partLimit) parts of the input wait to be read already; wait for an answer")
        }
        parts.append(Part(bytes: part.bytes.bytes, isLast: isLast, onRead: onRead))
        condition.broadcast()
        condition.unlock()
    }

    /// Begins the reading by a request, which has to end it.
    ///
    /// - Parameter request: the request's number in its session.
    /// - Throws: `ProtocolError` with -32600 if another request reads.
    package func begin(for request: Int) throws(ProtocolError) {
        condition.lock()
        defer { condition.unlock() }
        guard reader == nil else {
            throw ProtocolError(.invalidRequest, "paths: another request reads the input of this connection")
        }
        (reader, isAtLastPart, current) = (request, false, [])
    }

    /// Fills the front of a buffer, waiting for at least one byte.
    ///
    /// - Parameters:
    ///   - buffer: the buffer.
    ///   - request: the request that reads.
    /// - Returns: the number of bytes: 0 at the end, nil where the request or the connection has ended before it.
    package func read(into buffer: UnsafeMutableRawBufferPointer, for request: Int) -> Int? {
        condition.lock()
        while reader == request {
            if !current.isEmpty {
                let count = min(buffer.count, current.count)
                buffer.copyBytes(from: current.prefix(count))
                current = current.dropFirst(count)
                condition.unlock()
                return count
            }
            if isAtLastPart {
                condition.unlock()
                return 0
            }
            if !parts.isEmpty {
                let part = parts.removeFirst()
                (current, isAtLastPart) = (part.bytes[...], part.isLast)
                condition.unlock()
                part.onRead()
                condition.lock()
            } else if isClosed {
                break
            } else {
                condition.wait()
            }
        }
        condition.unlock()
        return nil
    }

    /// Ends the reading by a request; what is left of the input is dropped, up to its last part.
    package func end(for request: Int) {
        condition.lock()
        guard reader == request else { return condition.unlock() }
        reader = nil
        current = []
        var dropped: ArraySlice<Part> = []
        if !isAtLastPart {
            let count = parts.firstIndex(where: \.isLast).map { $0 + 1 }
            dropped = parts.prefix(count ?? parts.count)
            parts.removeFirst(dropped.count)
            dropsRest = count == nil
        }
        condition.broadcast()
        condition.unlock()
        for part in dropped { part.onRead() }
    }

    /// Notes that no more parts will come; those that wait can be read, but nobody is kept waiting for that.
    func close() {
        condition.lock()
        isClosed = true
        let waiting = parts.map(\.onRead)
        for index in parts.indices { parts[index].onRead = {} }
        condition.broadcast()
        condition.unlock()
        for onRead in waiting { onRead() }
    }
}
