import Glass
import Synchronization
import Xapian

/// A file of records, written by one thread and later read by another.
final class LoadRecordFile: Sendable {
    private let file: PlacedFile
    private let written = Atomic(0)

    init(path: String) throws(XapianError) { file = try PlacedFile(path: path) }

    fileprivate func append(_ records: [LoadRecord]) throws(XapianError) {
        let place = written.load(ordering: .relaxed) * MemoryLayout<LoadRecord>.stride
        try records.withUnsafeBufferPointer { records throws(XapianError) in
            try file.write(UnsafeRawBufferPointer(records), at: place)
        }
        written.wrappingAdd(records.count, ordering: .releasing)
    }

    /// Hands out all records, some at a time, in the order of writing.
    func forEach(_ body: (LoadRecord) -> Void) throws(XapianError) {
        let stride = MemoryLayout<LoadRecord>.stride
        let buffer = UnsafeMutableBufferPointer<LoadRecord>.allocate(capacity: 8_192)
        defer { buffer.deallocate() }
        let total = written.load(ordering: .acquiring)
        var done = 0
        while done < total {
            let count = min(buffer.count, total - done)
            let bytes = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count * stride)
            guard try file.read(bytes, at: done * stride) == bytes.count else {
                throw XapianError(kind: .database, message: "\(file.path) does not hold what was written to it")
            }
            for place in 0..<count { body(buffer[place]) }
            done += count
        }
    }
}

/// Gathers the records of one thread on their way to a file.
struct LoadRecordWriter {
    private let file: LoadRecordFile
    private var waiting: [LoadRecord] = []

    init(_ file: LoadRecordFile) { self.file = file }

    mutating func append(_ record: LoadRecord) throws(XapianError) {
        waiting.append(record)
        if waiting.count >= 8_192 { try finish() }
    }

    /// Writes what is waiting.
    mutating func finish() throws(XapianError) {
        try file.append(waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}
