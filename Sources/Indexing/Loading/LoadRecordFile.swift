import Synchronization
import Xapian
import XapianGlass

/// A file of records, written by one thread and later read by another.
final class LoadRecordFile: Sendable {
    private let file: ScratchFile
    private let pieces = Mutex<[ScratchFile.Piece]>([])

    /// The number of records written in one call.
    fileprivate static let together = 8_192

    init(path: String) throws(XapianError) { file = try ScratchFile(path: path) }

    fileprivate func append(_ records: [LoadRecord]) throws(XapianError) {
        guard !records.isEmpty else { return }
        let place = pieces.withLock { $0.last.map { $0.place + $0.size } ?? 0 }
        let piece = try records.withUnsafeBufferPointer { records throws(XapianError) in
            try file.write(UnsafeRawBufferPointer(records), at: place)
        }
        pieces.withLock { $0.append(piece) }
    }

    /// Calls a closure with all records, in the order of writing.
    ///
    /// - Throws: `database`, also if the file does not hold what was written to it.
    func forEach(_ body: (LoadRecord) -> Void) throws(XapianError) {
        let buffer = UnsafeMutableBufferPointer<LoadRecord>.allocate(capacity: LoadRecordFile.together)
        defer { buffer.deallocate() }
        for piece in pieces.withLock({ $0 }) {
            try file.read(piece, into: UnsafeMutableRawBufferPointer(buffer))
            for place in 0..<piece.size / MemoryLayout<LoadRecord>.stride { body(buffer[place]) }
        }
    }
}

/// Collects the records of one thread before they are written to a file.
struct LoadRecordWriter {
    private let file: LoadRecordFile
    private var waiting: [LoadRecord] = []

    init(_ file: LoadRecordFile) { self.file = file }

    mutating func append(_ record: LoadRecord) throws(XapianError) {
        waiting.append(record)
        if waiting.count >= LoadRecordFile.together { try finish() }
    }

    /// Writes the pending records.
    mutating func finish() throws(XapianError) {
        try file.append(waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}
