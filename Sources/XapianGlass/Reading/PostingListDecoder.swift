import Xapian

/// Assembles the chunks of a posting list, see `PostingListWriter`, and checks that their contents are plausible.
struct PostingListDecoder {
    private let mostDocuments: Int
    private let lastDocument: DocumentID
    private let isLengths: Bool
    private var postings: [Posting] = []
    /// The expected number of postings; unknown for lengths.
    private var count: Int?
    private var isComplete = false
    /// The pieces read so far of a chunk that is split over several items.
    private var pieces: [UInt8] = []
    private var hasPieces = false

    init(mostDocuments: Int, lastDocument: DocumentID, isLengths: Bool) {
        (self.mostDocuments, self.lastDocument, self.isLengths) = (mostDocuments, lastDocument, isLengths)
    }

    /// Adds the next piece of a chunk.
    ///
    /// - Parameters:
    ///   - item: the piece.
    ///   - number: the chunk's first document in the key; nil for the first chunk, which contains it.
    /// - Throws: `databaseCorrupt`.
    mutating func append(
        _ item: GlassBlock.LeafItem, numbered number: UnsafeRawBufferPointer?
    ) throws(XapianError) {
        guard !item.isCompressed, item.isFirst != hasPieces, !isComplete, (number == nil) == (count == nil) else {
            throw GlassBlock.damaged
        }
        if item.isFirst, item.isLast { return try decode(item.content, numbered: number) }
        pieces.append(contentsOf: item.content)
        hasPieces = !item.isLast
        guard item.isLast else { return }
        let whole = pieces
        pieces = []
        try whole.withUnsafeBufferPointer { whole throws(XapianError) in
            try decode(UnsafeRawBufferPointer(whole), numbered: number)
        }
    }

    /// Returns the postings.
    ///
    /// - Throws: `databaseCorrupt` if some are missing.
    func finish() throws(XapianError) -> [Posting] {
        guard count == nil || isComplete && !hasPieces, isLengths || count ?? 0 == postings.count else {
            throw GlassBlock.damaged
        }
        return postings
    }

    private mutating func decode(
        _ chunk: UnsafeRawBufferPointer, numbered number: UnsafeRawBufferPointer?
    ) throws(XapianError) {
        var reader = GlassNumbers(chunk)
        let first: UInt64
        if let number {
            first = try GlassNumbers.sortable(number)
        } else {
            count = Int(try reader.next(upTo: UInt64(mostDocuments)))
            _ = try reader.next(upTo: .max)
            first = try reader.next(upTo: UInt64(lastDocument)) + 1
            // A damaged count must not use up all memory.
            if !isLengths { postings.reserveCapacity(min(count ?? 0, 1 << 20)) }
        }
        isComplete = try reader.byte() == UInt8(ascii: "1")
        let last = first + (try reader.next(upTo: UInt64(lastDocument)))
        guard first > UInt64(postings.last?.document ?? 0), last <= UInt64(lastDocument) else {
            throw GlassBlock.damaged
        }
        try reader.appendPostings(from: DocumentID(first), upTo: DocumentID(last), to: &postings)
        guard postings.last?.document == DocumentID(last), postings.count <= mostDocuments else {
            throw GlassBlock.damaged
        }
    }
}
