import Xapian

/// Reads the terms of a run one after another.
final class PostingRunReader {
    private let run: PostingRun
    private var nextPiece: Int
    private var buffer: UnsafeMutableBufferPointer<UInt8>
    /// The unread part of the piece.
    private var rest: Range<Int>
    /// The current term, followed by some zero bytes.
    let term: UnsafeMutablePointer<UInt8>
    private(set) var termLength = 0
    /// The first eight bytes of the term, as a number that sorts as they do.
    private(set) var beginning: UInt64 = 0
    /// The term's postings, valid until the next term is read.
    private(set) var postings = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private(set) var postingCount = 0

    /// Creates a reader that starts at the given term or somewhat before it.
    init(_ run: PostingRun, from first: [UInt8]) {
        self.run = run
        nextPiece = max(0, run.marks.partitioningIndex { first.lexicographicallyPrecedes($0.term) } - 1)
        buffer = .allocate(capacity: 2 * PostingRun.pieceBytes)
        rest = 0..<0
        term = .allocate(capacity: GlassTable.longestKey + 8)
        term.initialize(repeating: 0, count: GlassTable.longestKey + 8)
    }

    deinit {
        buffer.deallocate()
        term.deallocate()
    }

    var firstDocument: UInt32 { run.firstDocument }

    /// The error for a run that does not hold what was written to it.
    var damaged: XapianError { run.file.damaged }

    /// Moves to the next term, and returns false if there is none.
    ///
    /// - Throws: `database`, also if the run does not hold what was written to it.
    func advance() throws(XapianError) -> Bool {
        if rest.isEmpty {
            guard nextPiece < run.marks.count else { return false }
            try readPiece(run.marks[nextPiece].piece)
            nextPiece += 1
        }
        let bytes = UnsafeBufferPointer(rebasing: buffer[rest])
        guard let start = bytes.baseAddress else { throw damaged }
        var reader = PackedReader(bytes, else: start)
        let same = Int(reader.bytes(1).first ?? 0)
        let suffix = reader.counted()
        postingCount = Int(clamping: reader.next())
        guard let suffix, same <= termLength, same + suffix.count <= GlassTable.longestKey,
            let postings = reader.counted(), postingCount <= postings.count
        else { throw damaged }
        if let source = suffix.baseAddress { (term + same).update(from: source, count: suffix.count) }
        termLength = same + suffix.count
        (term + termLength).update(repeating: 0, count: 8)
        beginning = UnsafeRawPointer(term).loadUnaligned(as: UInt64.self).bigEndian
        self.postings = postings
        rest = rest.lowerBound + (reader.place - start)..<rest.upperBound
        return true
    }

    private func readPiece(_ piece: ScratchFile.Piece) throws(XapianError) {
        if piece.size > buffer.count {
            buffer.deallocate()
            buffer = .allocate(capacity: piece.size)
        }
        try run.file.read(piece, into: UnsafeMutableRawBufferPointer(buffer))
        rest = 0..<piece.size
    }

    /// Returns whether this term comes before another reader's.
    @inline(__always)
    func precedes(_ other: PostingRunReader) -> Bool {
        if beginning != other.beginning { return beginning < other.beginning }
        return precedesBehindBeginning(other.term, other.termLength)
    }

    private func precedesBehindBeginning(_ other: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        var place = min(8, min(termLength, length))
        while place < min(termLength, length) {
            if term[place] != other[place] { return term[place] < other[place] }
            place += 1
        }
        return termLength < length
    }

    /// Returns whether this term comes before the given bytes.
    func precedes(_ bytes: [UInt8]) -> Bool {
        UnsafeBufferPointer(start: term, count: termLength).lexicographicallyPrecedes(bytes)
    }
}
