import Foundation
import Synchronization
import Xapian

/// Writes the contents of documents other than their terms, in ascending order of their numbers.
///
/// These are the table of their data, and the streams of values and lengths that belong in the table of postings.
final class DocumentPass: Sendable {
    private let parts: [FilledPart]
    private let numbers: [UInt32]
    private let folder: String
    private let scratch: String
    private let isStopped = Atomic(false)
    private let done = Atomic(0)
    private let outcome = Mutex<Outcome?>(nil)

    /// The results of the pass, for the table of postings.
    private final class Outcome: @unchecked Sendable {
        var values: ValueStreams
        var lengths: [UInt64] = []
        var version = GlassVersionFile()

        init(scratch: String) { values = ValueStreams(folder: scratch) }
    }

    init(parts: [FilledPart], numbers: [UInt32], folder: String, scratch: String) {
        self.parts = parts
        self.numbers = numbers
        self.folder = folder
        self.scratch = scratch
    }

    /// The share of the work that is done, from 0 to 1.
    var progress: Double { Double(done.load(ordering: .relaxed)) / Double(max(1, numbers.count)) }

    /// Makes `run()` end early.
    func stop() { isStopped.store(true, ordering: .relaxed) }

    func run() throws(XapianError) {
        let made = Outcome(scratch: scratch)
        var places = [UInt64](repeating: .max, count: Int(numbers.max() ?? 0) + 1)
        for part in parts {
            for (note, place) in zip(part.notes, part.places) where numbers[Int(note)] > 0 {
                places[Int(numbers[Int(note)])] = place.bits
            }
        }
        var spools = DocumentSpoolReader(parts.map { ($0.spool, $0.spoolSize) })
        var docdata: GlassTable?
        var key = ByteSink()
        for (number, bits) in places.enumerated() where bits != .max {
            if number % 256 == 0 {
                done.store(number, ordering: .relaxed)
                if isStopped.load(ordering: .relaxed) { return }
            }
            let document = UInt32(number)
            let record = try spools.read(DocumentSpool.Place(bits: bits))
            for (slot, value) in record.values where !value.isEmpty {
                try made.values.add(value, slot: slot, document: document)
            }
            made.lengths.append(UInt64(document) << 32 | UInt64(record.length))
            made.version.statistics.add(document, length: record.length)
            guard !record.data.isEmpty else { continue }
            key.removeAll()
            key.packSortable(document)
            // The table is created for the first document that has data.
            let table: GlassTable
            if let docdata { table = docdata } else { table = try GlassTable(path: folder + "/docdata.glass") }
            docdata = table
            try table.add(key.bytes, record.data)
        }
        if let docdata { made.version.roots[.docdata] = try docdata.finish() }
        outcome.withLock { $0 = made }
    }

    /// Waits for the pass, and adds values and lengths to the table of postings.
    func finish(
        _ work: BackgroundWork, into table: GlassTable
    ) throws(XapianError) -> GlassVersionFile {
        try work.finish()
        guard let made = outcome.withLock({ $0 }) else {
            throw XapianError(kind: .cancelled, message: "the load was cancelled")
        }
        try made.values.finish(into: table)
        var lengths = PostingListWriter()
        made.lengths.withUnsafeBufferPointer { lengths.writeLengths($0) }
        try table.add(entries: lengths.entries.bytes)
        return made.version
    }
}

extension GlassVersionFile.Statistics {
    /// Counts a document, whose number is higher than all before.
    fileprivate mutating func add(_ document: UInt32, length: UInt32) {
        documents += 1
        lastDocument = document
        // A document without length does not affect the lower bound.
        if length > 0, shortest == 0 || length < shortest { shortest = length }
        longest = max(longest, length)
        totalLength += UInt64(length)
    }
}
