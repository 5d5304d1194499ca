import Xapian

/// Merges the terms of all runs within a range of terms into entries of the table of postings.
struct PostingMerge: ~Copyable {
    private var heap: [PostingRunReader] = []
    private let end: [UInt8]?
    /// The final numbers of documents, indexed by their notes; 0 for a document that is left out.
    private let numbers: UnsafeBufferPointer<UInt32>
    private var postings: [UInt64] = []
    private var sorter = PostingSorter()
    private var postingsRead = 0
    private var frequencies: UInt64 = 0

    /// The result for a range of terms.
    struct Part: Sendable {
        var entries: [UInt8]
        var highestFrequency: UInt32
        /// The number of postings read, including those of documents that are left out.
        var postingsRead = 0
        /// The sum of all frequencies written.
        var frequencies: UInt64 = 0
    }

    init(
        _ runs: [PostingRun], from start: [UInt8], to end: [UInt8]?, numbers: UnsafeBufferPointer<UInt32>
    ) throws(XapianError) {
        self.end = end
        self.numbers = numbers
        for run in runs {
            let reader = PostingRunReader(run, from: start)
            var isThere = try reader.advance()
            while isThere, reader.precedes(start) { isThere = try reader.advance() }
            if isThere, isWithin(reader) { heap.append(reader) }
        }
        for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
    }

    /// Performs the merge.
    consuming func merged() throws(XapianError) -> Part {
        var writer = PostingListWriter()
        var term = ByteSink()
        while let first = heap.first {
            term.removeAll()
            term.append(UnsafeBufferPointer(start: first.term, count: first.termLength))
            postings.removeAll(keepingCapacity: true)
            try collect(first)
            try advanceFirst()
            while let next = heap.first, isTerm(term.bytes, of: next) {
                try collect(next)
                try advanceFirst()
            }
            sorter.sort(&postings)
            PostingMerge.sumRepeated(&postings)
            if !postings.isEmpty { postings.withUnsafeBufferPointer { writer.write(term.bytes, $0) } }
        }
        return Part(
            entries: writer.takeEntries(), highestFrequency: writer.highestFrequency, postingsRead: postingsRead,
            frequencies: frequencies)
    }

    private func isTerm(_ term: UnsafeBufferPointer<UInt8>, of reader: PostingRunReader) -> Bool {
        guard reader.termLength == term.count else { return false }
        for place in 0..<term.count where reader.term[place] != term[place] { return false }
        return true
    }

    /// Adds the postings of a reader's term, under the final numbers of their documents.
    private mutating func collect(_ reader: PostingRunReader) throws(XapianError) {
        var document = reader.firstDocument
        guard let start = reader.postings.baseAddress else { return }
        var bytes = PackedReader(reader.postings, else: start)
        postings.reserveCapacity(postings.count + reader.postingCount)
        for _ in 0..<reader.postingCount {
            let code = bytes.next()
            document &+= UInt32(truncatingIfNeeded: code >> 1)
            let frequency = code & 1 == 1 ? 1 : bytes.next()
            guard Int(document) < numbers.count, frequency <= UInt32.max else { throw reader.damaged }
            let number = numbers[Int(document)]
            guard number > 0 else { continue }
            postings.append(UInt64(number) << 32 | frequency)
            frequencies += frequency
        }
        guard bytes.isAtEnd else { throw reader.damaged }
        postingsRead += reader.postingCount
    }

    /// Adds up the frequencies of documents that hold a term twice.
    private static func sumRepeated(_ postings: inout [UInt64]) {
        var kept = 0
        for place in postings.indices {
            if kept > 0, postings[kept - 1] >> 32 == postings[place] >> 32 {
                postings[kept - 1] += postings[place] & 0xFFFF_FFFF
            } else {
                postings[kept] = postings[place]
                kept += 1
            }
        }
        if kept < postings.count { postings.removeLast(postings.count - kept) }
    }

    private func isWithin(_ reader: PostingRunReader) -> Bool {
        guard let end else { return true }
        return reader.precedes(end)
    }

    private mutating func advanceFirst() throws(XapianError) {
        let first = heap[0]
        if try !first.advance() || !isWithin(first) {
            let last = heap.removeLast()
            if heap.isEmpty { return }
            heap[0] = last
        }
        sink(0)
    }

    private mutating func sink(_ start: Int) {
        var place = start
        let moved = heap[place]
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
            guard heap[child].precedes(moved) else { break }
            heap[place] = heap[child]
            place = child
        }
        heap[place] = moved
    }
}

/// Sorts postings by their documents; long lists use a radix sort.
struct PostingSorter {
    private var other: [UInt64] = []
    private var counts = [Int](repeating: 0, count: 1 << 11)

    mutating func sort(_ postings: inout [UInt64]) {
        var (highest, isSorted, last) = (UInt64(0), true, UInt64(0))
        for posting in postings {
            if posting < last { isSorted = false }
            last = posting
            if posting > highest { highest = posting }
        }
        if isSorted { return }
        guard postings.count > 2_000 else { return postings.sort() }
        if other.count < postings.count { other = [UInt64](repeating: 0, count: postings.count) }
        var shift: UInt64 = 32
        while shift < 64, highest >> shift > 0 {
            pass(postings.count, &postings, shift)
            shift += 11
        }
    }

    /// Sorts by eleven bits, in a stable way.
    private mutating func pass(_ count: Int, _ postings: inout [UInt64], _ shift: UInt64) {
        for place in counts.indices { counts[place] = 0 }
        for posting in postings { counts[Int(truncatingIfNeeded: posting >> shift) & 0x7FF] += 1 }
        var sum = 0
        for place in counts.indices { (counts[place], sum) = (sum, sum + counts[place]) }
        for posting in postings {
            let digit = Int(truncatingIfNeeded: posting >> shift) & 0x7FF
            other[counts[digit]] = posting
            counts[digit] += 1
        }
        postings.replaceSubrange(0..<count, with: other[0..<count])
    }
}
