/// Writes the postings of a term as the chunks that the table of postings holds, into a list of entries.
///
/// The key of the first chunk is the term itself; the chunk begins with the number of postings, the sum of their
/// frequencies and the first document. The keys of the others are the term and their first document.
struct PostingListWriter: ~Copyable {
    /// The entries in the order of their keys: the key and the tag, each with its length.
    private(set) var entries = ByteSink(capacity: 1 << 16)
    /// The highest frequency of any posting so far.
    private(set) var highestFrequency: UInt32 = 0
    private var chunk = ByteSink(capacity: 4_096)
    private var tag = ByteSink(capacity: 4_096)
    private var key = ByteSink(capacity: 512)

    /// The size in bytes at which a chunk is full, the same as Xapian's.
    private static let fullChunk = 2_000

    /// Writes the postings of a term.
    ///
    /// - Parameters:
    ///   - term: the term in the form of a key.
    ///   - postings: documents in the high half, frequencies in the low half; in ascending order, each document once.
    mutating func write(_ term: UnsafeBufferPointer<UInt8>, _ postings: UnsafeBufferPointer<UInt64>) {
        var total: UInt64 = 0
        for posting in postings {
            let frequency = UInt32(truncatingIfNeeded: posting)
            total += UInt64(frequency)
            if frequency > highestFrequency { highestFrequency = frequency }
        }
        write(term, postings, documents: postings.count, total: total, isLengths: false)
    }

    /// Writes the lengths of all documents.
    mutating func writeLengths(_ lengths: UnsafeBufferPointer<UInt64>) {
        GlassKey.lengths.withUnsafeBufferPointer { write($0, lengths, documents: 0, total: 0, isLengths: true) }
    }

    private mutating func write(
        _ term: UnsafeBufferPointer<UInt8>, _ postings: UnsafeBufferPointer<UInt64>, documents: Int, total: UInt64,
        isLengths: Bool
    ) {
        guard let first = postings.first else { return }
        var start = 0
        while start < postings.count {
            chunk.removeAll()
            let firstOfChunk = UInt32(truncatingIfNeeded: postings[start] >> 32)
            var last = firstOfChunk
            chunk.pack(UInt32(truncatingIfNeeded: postings[start]))
            var next = start + 1
            while next < postings.count, chunk.count < PostingListWriter.fullChunk {
                let document = UInt32(truncatingIfNeeded: postings[next] >> 32)
                chunk.pack(document - last - 1)
                chunk.pack(UInt32(truncatingIfNeeded: postings[next]))
                last = document
                next += 1
            }
            tag.removeAll()
            key.removeAll()
            key.append(term)
            if start == 0 {
                tag.pack(documents)
                tag.pack(total)
                tag.pack(UInt32(truncatingIfNeeded: first >> 32) - 1)
            } else {
                if !isLengths { key.append(0) }
                key.packSortable(firstOfChunk)
            }
            tag.append(next == postings.count ? UInt8(ascii: "1") : UInt8(ascii: "0"))
            tag.pack(last - firstOfChunk)
            tag.append(chunk.bytes)
            entries.packCounted(key.bytes)
            entries.packCounted(tag.bytes)
            start = next
        }
    }

    /// Returns the entries so far and hands over their memory.
    mutating func takeEntries() -> [UInt8] {
        defer { entries = ByteSink(capacity: 1 << 16) }
        return Array(entries.bytes)
    }
}
