import JSON

/// Splits the bytes of a connection into frames, regardless of how they were split in transit.
///
/// Every byte is scanned once for its frame's end and copied at most twice, so that feeding single bytes takes linear
/// time in total. After an error the connection cannot recover, and the error is thrown again.
///
/// ```swift
/// var decoder = FrameDecoder(sizeLimit: 1 << 20)
/// decoder.append(Framing.contentLength.frame(Array("{}".utf8)))
/// let message = try decoder.next()
/// ```
package struct FrameDecoder: Sendable {
    private static let headerLimit = 4096

    /// The framing, once the first bytes have determined it.
    package private(set) var framing: Framing?
    /// The maximum size of a message in bytes.
    package let sizeLimit: Int

    private var detector = FramingDetector()
    private var buffer: [UInt8] = []
    private var start = 0
    private var scanned = 0
    private var bodyLength: Int?
    private var failure: FrameError?

    /// Creates a decoder for one connection.
    ///
    /// - Parameter sizeLimit: the maximum size of a message in bytes.
    package init(sizeLimit: Int) {
        self.sizeLimit = sizeLimit
    }

    /// Whether the buffer has bytes of an unfinished or unread frame.
    package var holdsBytes: Bool { start < buffer.count }

    /// Appends received bytes.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        // Consumed bytes are dropped only when they are more than the rest, so that moving the rest is amortised.
        if start > buffer.count / 2 {
            buffer.removeFirst(start)
            (scanned, start) = (scanned - start, 0)
        }
        buffer.append(contentsOf: bytes)
    }

    /// Returns the next whole message, or nil where more bytes are needed.
    ///
    /// - Returns: the bytes of the message without its framing.
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
        if framing == nil { try detectFraming() }
        switch framing {
        case .lines: return try nextLine()
        case .contentLength: return try nextBody()
        case nil: return nil
        }
    }

    /// Skips what comes before the first message, and finds out the framing from its beginning.
    private mutating func detectFraming() throws(FrameError) {
        while scanned < buffer.count {
            let (outcome, isSkipped) = detector.take(buffer[scanned])
            scanned += 1
            if isSkipped { start = scanned }
            switch outcome {
            case .undecided: break
            case .neither: throw .unknownFraming(firstByte: buffer[start])
            case .found(let found):
                framing = found
                scanned = start
                return
            }
        }
    }

    private mutating func nextLine() throws(FrameError) -> [UInt8]? {
        while let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
            guard end - start <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
            let line = buffer[start..<end]
            (start, scanned) = (end + 1, end + 1)
            // A person using socat may type empty lines between messages.
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

    /// Returns the header lines before the empty line, once that has arrived.
    ///
    /// The lines may end with a line feed alone, and empty lines may precede them.
    private mutating func nextHeaders() throws(FrameError) -> ArraySlice<UInt8>? {
        while scanned < buffer.count {
            let byte = buffer[scanned]
            scanned += 1
            if start == scanned - 1, JSONByte.isWhiteSpace(byte) {
                start = scanned
            } else if byte == UInt8(ascii: "\n"), isEmptyLineEnd(scanned - 1) {
                defer { start = scanned }
                return buffer[start..<scanned]
            }
            guard scanned - start <= Self.headerLimit else {
                throw .badHeader("longer than \(Self.headerLimit) bytes")
            }
        }
        return nil
    }

    /// Whether a line feed ends an empty line: another one precedes it, with at most a carriage return in between.
    private func isEmptyLineEnd(_ index: Int) -> Bool {
        var before = index - 1
        if before > start, buffer[before] == UInt8(ascii: "\r") { before -= 1 }
        return before >= start && buffer[before] == UInt8(ascii: "\n")
    }
}
