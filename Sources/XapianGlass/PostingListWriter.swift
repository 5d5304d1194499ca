/// Writes the postings of a term as the chunks that stand in the table of postings, into a list of entries.
///
/// The first chunk stands under the term itself and begins with how many postings there are, the sum of their frequencies and the
/// first document; the others stand under the term and their first document.
struct PostingListWriter: ~Copyable {
    /// Entries in the order of their keys: the key, counted, and the tag, counted.
    private(set) var entries = ByteSink(capacity: 1 << 16)
    /// The highest frequency of any posting so far.
    private(set) var highestFrequency: UInt32 = 0
    private var chunk = ByteSink(capacity: 4_096)
    private var tag = ByteSink(capacity: 4_096)
    private var key = ByteSink(capacity: 512)

    /// Bytes after which a chunk is full: as many as Xapian writes.
    private static let fullChunk = 2_000

    /// Writes the postings of a term.
    ///
    /// - Parameters:
    ///   - term: the term as it stands in a key.
    ///   - postings: documents in their high half, frequencies in their low one; in rising order, no document twice.
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

    /// The entries so far, handed over to whoever asks.
    mutating func takeEntries() -> [UInt8] {
        defer { entries = ByteSink(capacity: 1 << 16) }
        return Array(entries.bytes)
    }
}
