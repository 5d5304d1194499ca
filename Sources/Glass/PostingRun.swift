import Xapian

/// The postings of a batch of documents in a part of a file: terms in the order of their bytes, each with its documents.
///
/// A term is written as what it shares with the one before, in bytes, and the rest; then follow how many postings it has, how many
/// bytes they take, and the postings. Now and then a term is written in full, and marked.
struct PostingRun: Sendable {
    /// A place at which reading can begin.
    struct Mark: Sendable {
        var term: [UInt8]
        var place: Int
    }

    let file: PlacedFile
    /// From which number its documents are counted.
    let firstDocument: UInt32
    let marks: [Mark]
    let end: Int

    /// About how many bytes lie between two marks.
    static let markDistance = 64 << 10
}

/// Writes runs one behind the other into a file.
struct PostingRunWriter: ~Copyable {
    private let file: PlacedFile
    private var end = 0

    init(path: String) throws(XapianError) { file = try PlacedFile(path: path) }

    /// Writes what was gathered.
    mutating func write(_ inverter: borrowing PostingInverter) throws(XapianError) -> PostingRun {
        var (marks, last): ([PostingRun.Mark], [UInt8]) = ([], [])
        var nextMark = end
        let file = file
        var place = end
        var buffer = ByteSink(capacity: 1 << 20)
        try inverter.forEachSorted { (term, count, postings) throws(XapianError) in
            if buffer.count >= 1 << 20 {
                try file.write(UnsafeRawBufferPointer(buffer.bytes), at: place)
                place += buffer.count
                buffer.removeAll()
            }
            var same = 0
            if place + buffer.count >= nextMark {
                marks.append(PostingRun.Mark(term: Array(term), place: place + buffer.count))
                nextMark = place + buffer.count + PostingRun.markDistance
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
        try file.write(UnsafeRawBufferPointer(buffer.bytes), at: place)
        end = place + buffer.count
        return PostingRun(file: file, firstDocument: inverter.firstDocument ?? 0, marks: marks, end: end)
    }
}

/// Reads the terms of a run one after the other.
final class PostingRunReader {
    private let run: PostingRun
    /// Where the buffer's end lies in the file.
    private var filePlace: Int
    private let lastPlace: Int
    private var buffer: UnsafeMutablePointer<UInt8>
    private var (capacity, start, count) = (1 << 15, 0, 0)
    /// The present term, with some zero bytes behind it.
    private(set) var term: UnsafeMutablePointer<UInt8>
    private(set) var termLength = 0
    /// The first eight bytes of the term, as a number that sorts as they do.
    private(set) var beginning: UInt64 = 0
    /// The term's postings; they hold until the next term is read.
    private(set) var postings = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private(set) var postingCount = 0

    /// A reader of the terms from one on.
    init(_ run: PostingRun, from first: [UInt8]) {
        self.run = run
        let mark = run.marks.partitioningIndex { first.lexicographicallyPrecedes($0.term) } - 1
        filePlace = run.marks.isEmpty ? run.end : run.marks[max(0, mark)].place
        lastPlace = run.end
        buffer = .allocate(capacity: capacity)
        term = .allocate(capacity: 264)
        term.initialize(repeating: 0, count: 264)
    }

    deinit {
        buffer.deallocate()
        term.deallocate()
    }

    var firstDocument: UInt32 { run.firstDocument }

    /// Moves to the next term; false where there is none.
    func advance() throws(XapianError) -> Bool {
        start += pending
        pending = 0
        // A head is at most 300 bytes long.
        if count - start < 300 { try fill(300) }
        guard start < count else { return false }
        var reader = PackedReader(UnsafeBufferPointer(start: buffer + start, count: count - start), else: buffer)
        let same = Int(reader.bytes(1).first ?? 0)
        let rest = reader.bytes(Int(reader.next()))
        guard let suffix = rest.baseAddress else { return false }
        (term + same).update(from: suffix, count: rest.count)
        termLength = same + rest.count
        (term + termLength).update(repeating: 0, count: 8)
        beginning = UnsafeRawPointer(term).loadUnaligned(as: UInt64.self).bigEndian
        postingCount = Int(reader.next())
        let length = Int(reader.next())
        start += reader.place - UnsafePointer(buffer + start)
        if count - start < length { try fill(length) }
        postings = UnsafeBufferPointer(start: buffer + start, count: min(length, count - start))
        pending = length
        return true
    }

    /// Bytes of the present term's postings, which are still in the buffer.
    private var pending = 0

    /// Has at least so many bytes in the buffer, or all that are left.
    private func fill(_ least: Int) throws(XapianError) {
        if least > capacity {
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * least)
            moved.update(from: buffer + start, count: count - start)
            buffer.deallocate()
            (buffer, capacity) = (moved, 2 * least)
        } else {
            buffer.update(from: buffer + start, count: count - start)
        }
        (count, start) = (count - start, 0)
        let room = UnsafeMutableRawBufferPointer(
            start: buffer + count, count: min(capacity - count, lastPlace - filePlace))
        let read = try run.file.read(room, at: filePlace)
        filePlace += read
        count += read
    }

    /// Whether this term comes before another reader's.
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

    func hasSameTerm(as other: PostingRunReader) -> Bool {
        guard beginning == other.beginning, termLength == other.termLength else { return false }
        var place = 8
        while place < termLength {
            if term[place] != other.term[place] { return false }
            place += 1
        }
        return true
    }

    /// Whether this term comes before some bytes.
    func precedes(_ bytes: [UInt8]) -> Bool {
        UnsafeBufferPointer(start: term, count: termLength).lexicographicallyPrecedes(bytes)
    }
}
