import Xapian

/// The postings of a batch of documents in a part of a file: terms in the order of their bytes, each with its
/// documents.
///
/// A run is divided into pieces, each of which begins with a complete term and ends with a term's last posting. A term
/// is stored as the number of bytes that it shares with the previous one, and the rest. Then follow the number of its
/// postings, their size in bytes, and the postings.
struct PostingRun: Sendable {
    /// A piece, and the first term in it.
    struct Mark: Sendable {
        var term: [UInt8]
        var piece: ScratchFile.Piece
    }

    let file: ScratchFile
    /// The document from which the run's documents are counted.
    let firstDocument: UInt32
    let marks: [Mark]

    /// The size in bytes at which a piece ends.
    static let pieceBytes = 64 << 10
}

/// Writes runs one after another into a file.
struct PostingRunWriter: ~Copyable {
    private let file: ScratchFile
    private var end = 0

    init(path: String) throws(XapianError) { file = try ScratchFile(path: path) }

    /// Writes the postings of an inverter as a run.
    mutating func write(_ inverter: borrowing PostingInverter) throws(XapianError) -> PostingRun {
        var marks: [PostingRun.Mark] = []
        var (first, last): ([UInt8], [UInt8]) = ([], [])
        let file = file
        // The file offset of the buffer, and the buffer offset of the piece.
        var (place, pieceStart) = (end, 0)
        var buffer = ByteSink(capacity: 1 << 20)
        func endPiece(_ buffer: borrowing ByteSink) {
            guard buffer.count > pieceStart else { return }
            let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer.bytes[pieceStart...]))
            marks.append(PostingRun.Mark(term: first, piece: ScratchFile.Piece(bytes, at: place + pieceStart)))
            pieceStart = buffer.count
        }
        try inverter.forEachSorted { (term, count, postings) throws(XapianError) in
            if buffer.count - pieceStart >= PostingRun.pieceBytes {
                endPiece(buffer)
                if buffer.count >= 1 << 20 {
                    try file.write(UnsafeRawBufferPointer(buffer.bytes), withPiecesAt: place)
                    place += buffer.count
                    buffer.removeAll()
                    pieceStart = 0
                }
            }
            var same = 0
            if buffer.count == pieceStart {
                first = Array(term)
            } else {
                while same < min(last.count, term.count), last[same] == term[same] { same += 1 }
            }
            buffer.append(UInt8(truncatingIfNeeded: same))
            buffer.packCounted(UnsafeBufferPointer(rebasing: term[same...]))
            buffer.pack(count)
            buffer.packCounted(postings)
            last.removeAll(keepingCapacity: true)
            last.append(contentsOf: term)
        }
        endPiece(buffer)
        try file.write(UnsafeRawBufferPointer(buffer.bytes), withPiecesAt: place)
        end = place + buffer.count
        return PostingRun(file: file, firstDocument: inverter.firstDocument ?? 0, marks: marks)
    }
}
