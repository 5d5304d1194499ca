import Glibc
import SearchClient

/// The lines of JSON Lines read from a descriptor, such as standard input; blank ones are skipped.
struct PipedLines {
    /// A line.
    struct Line: Equatable {
        /// The content of a line.
        enum Content: Equatable {
            case bytes([UInt8])
            /// The line exceeds the limit, and was not kept.
            case tooLong
            /// The line begins with the magic bytes of a compressor; the program decompresses it.
            case compressed(with: String)
        }

        /// The line's number, counted from 0.
        let number: Int
        let content: Content
    }

    private let descriptor: Int32
    private let limit: Int
    private let interruption: Interruption?
    private var bytes: [UInt8] = []
    /// The index in `bytes` of the first byte that was not returned yet.
    private var start = 0
    private var number = -1
    private var isSkipping = false
    private var isAtEnd = false
    /// Whether SIGINT ended the reading.
    private(set) var isInterrupted = false

    /// Creates the lines of a descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: a descriptor that is open for reading; it stays open.
    ///   - limit: the maximum length of a line in bytes.
    ///   - interruption: ends the reading when it occurs.
    init(_ descriptor: Int32, limit: Int, interruption: Interruption? = nil) {
        self.descriptor = descriptor
        self.limit = limit
        self.interruption = interruption
    }

    /// The next line that is not blank, or nil at the end; a system error counts as the end.
    mutating func next() -> Line? {
        while let content = nextContent() {
            number += 1
            guard case .bytes(var line) = content else { return Line(number: number, content: content) }
            if number == 0 {
                if let program = PipedLines.compressors.first(where: { line.starts(with: $0.magic) })?.program {
                    isAtEnd = true
                    (bytes, start) = ([], 0)
                    return Line(number: 0, content: .compressed(with: program))
                }
                if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            }
            let isBlank = line.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
            if !isBlank { return Line(number: number, content: .bytes(line)) }
        }
        return nil
    }

    private static let compressors: [(magic: [UInt8], program: String)] = [
        ([0x1F, 0x8B], "gzip -dc"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz -dc"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd -dc"),
    ]

    /// The next line without its line break, or nil at the end.
    private mutating func nextContent() -> Line.Content? {
        var searched = start
        while true {
            if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return content(bytes[start..<end])
            }
            searched = bytes.endIndex
            // The line break may have two bytes.
            if searched - start > limit + 2 {
                isSkipping = true
                (bytes, start, searched) = ([], 0, 0)
            }
            guard !isAtEnd, fill(&searched) else {
                let rest = bytes[start...]
                (bytes, start) = ([], 0)
                return rest.isEmpty && !isSkipping || isInterrupted ? nil : content(rest)
            }
        }
    }

    private mutating func content(_ line: ArraySlice<UInt8>) -> Line.Content {
        if isSkipping {
            isSkipping = false
            return .tooLong
        }
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return line.count > limit ? .tooLong : .bytes(Array(line))
    }

    /// Reads more bytes; false at the end.
    private mutating func fill(_ searched: inout Int) -> Bool {
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        while true {
            if let interruption, !interruption.waitForInput(descriptor) {
                // An interruption handled here does not cancel the request that sends what was read.
                interruption.take()
                (isInterrupted, isAtEnd) = (true, true)
                return false
            }
            let count = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
                return count
            }
            if count > 0 { return true }
            if count < 0 && errno == EINTR { continue }
            isAtEnd = true
            return false
        }
    }
}
