import JSON

/// Takes the bytes of a connection apart into frames, however they were cut on the way.
///
/// Every byte is looked at once for its frame's end and copied at most twice, so that feeding single bytes costs no
/// more than linear time. After an error the connection is beyond repair, and the error is thrown again.
package struct FrameDecoder: Sendable {
    private static let headerLimit = 4096

    /// The framing, once the first byte has told it.
    package private(set) var framing: Framing?
    /// The longest message accepted, in bytes.
    package let sizeLimit: Int

    private var buffer: [UInt8] = []
    private var start = 0
    private var scanned = 0
    private var bodyLength: Int?
    private var failure: FrameError?

    /// A decoder for one connection.
    ///
    /// - Parameter sizeLimit: the longest message accepted, in bytes.
    package init(sizeLimit: Int) {
        self.sizeLimit = sizeLimit
    }

    /// Whether bytes of an unfinished or unread frame are held.
    package var holdsBytes: Bool { start < buffer.count }

    /// Takes in bytes as they came.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        // What was read is dropped only when it outweighs the rest, so that moving it is paid for by the reading.
        if start > buffer.count / 2 {
            buffer.removeFirst(start)
            (scanned, start) = (scanned - start, 0)
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole message, or nil until more bytes come.
    ///
    /// - Returns: the bytes between the framing.
    /// - Throws: `FrameError` where no further frame can be found.
    package mutating func next() throws(FrameError) -> [UInt8]? {
        if let failure { throw failure }
        do throws(FrameError) { return try decode() } catch {
            failure = error
            (buffer, start, scanned) = ([], 0, 0)
            throw error
        }
    }

    private mutating func decode() throws(FrameError) -> [UInt8]? {
        guard start < buffer.count else { return nil }
        if framing == nil {
            framing = Framing(firstByte: buffer[start])
            if framing == nil { throw .unknownFraming(firstByte: buffer[start]) }
        }
        switch framing {
        case .lines: return try nextLine()
        default: return try nextBody()
        }
    }

    private mutating func nextLine() throws(FrameError) -> [UInt8]? {
        while let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
            guard end - start <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
            let line = buffer[start..<end]
            (start, scanned) = (end + 1, end + 1)
            // Empty lines between messages are what a person at socat types.
            if !line.allSatisfy({ JSONByte.isWhiteSpace($0) }) { return Array(line) }
        }
        scanned = buffer.count
        guard scanned - start <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
        return nil
    }

    private mutating func nextBody() throws(FrameError) -> [UInt8]? {
        if bodyLength == nil {
            guard let headers = try nextHeaders() else { return nil }
            let length = try HeaderBlock.contentLength(in: headers)
            guard length <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
            bodyLength = length
        }
        guard let bodyLength, buffer.count - start >= bodyLength else { return nil }
        let body = Array(buffer[start..<(start + bodyLength)])
        start += bodyLength
        scanned = start
        self.bodyLength = nil
        return body
    }

    /// The header lines before the empty line, once that has come.
    private mutating func nextHeaders() throws(FrameError) -> ArraySlice<UInt8>? {
        let end = Array("\r\n\r\n".utf8)
        while scanned + end.count <= buffer.count {
            if buffer[scanned..<(scanned + end.count)].elementsEqual(end) {
                let headers = buffer[start..<scanned]
                start = scanned + end.count
                scanned = start
                return headers
            }
            scanned += 1
            guard scanned - start <= Self.headerLimit else {
                throw .badHeader("longer than \(Self.headerLimit) bytes")
            }
        }
        return nil
    }
}
