/// The lines of JSON Lines unparsed, for callers that pass them on instead of reading them as articles.
package enum RecordLines {
    /// Reads the lines of an open descriptor, compressed or not; blank ones are skipped.
    ///
    /// - Parameters:
    ///   - descriptor: A descriptor open for reading, which stays open.
    ///   - limit: The longest line in bytes; a longer one is a failure, and its bytes are discarded.
    ///   - tooLong: Why a longer line cannot be accepted and what to do about it, as a clause.
    ///   - deliver: Receives each line, or why it cannot be read, with its number counted from 0.
    /// - Throws: What `deliver` throws.
    package static func read(
        _ descriptor: Int32, limit: Int, tooLong: String,
        deliver: (_ number: Int, _ line: Result<[UInt8], ReadFailure>) throws -> Void
    ) rethrows {
        var number = 0
        let failure = { (reason: String) in
            Result<[UInt8], ReadFailure>.failure(ReadFailure(path: "-", line: number, reason: reason))
        }
        let opened = Result<LineReader, Unreadable>.catchingUnreadable {
            let raw = PeekedSource(FileSource(descriptor: descriptor))
            guard let compression = Compression(firstBytes: raw.peek(6)) else { return LineReader(raw, limit: limit) }
            return LineReader(try compression.decompressing(raw), limit: limit)
        }
        guard case .success(let lines) = opened else {
            if case .failure(let unreadable) = opened { try deliver(0, failure(unreadable.reason)) }
            return
        }
        while true {
            switch Result.catchingUnreadable({ try lines.next() }) {
            case .failure(let unreadable): return try deliver(number, failure(unreadable.reason))
            case .success(nil): return
            case .success(.tooLong):
                try deliver(number, failure(tooLong))
            case .success(.bytes(var bytes)):
                if number == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = .init(rebasing: bytes[3...]) }
                let isBlank = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
                if !isBlank { try deliver(number, .success(Array(bytes))) }
            }
            number += 1
        }
    }
}
