import Xapian

/// Puts the chunks of a posting list together, see `PostingListWriter`; what they say is believed only as far as it can be true.
struct PostingListDecoder {
    private let mostDocuments: Int
    private let lastDocument: DocumentID
    private let isLengths: Bool
    private var postings: [Posting] = []
    /// How many postings there should be; not known of lengths.
    private var count: Int?
    private var isComplete = false
    /// The pieces so far of a chunk that is split over several items, and where it begins.
    private var pieces: [UInt8] = []
    private var hasPieces = false

    init(mostDocuments: Int, lastDocument: DocumentID, isLengths: Bool) {
        (self.mostDocuments, self.lastDocument, self.isLengths) = (mostDocuments, lastDocument, isLengths)
    }

    /// Takes the next piece of a chunk.
    ///
    /// - Parameters:
    ///   - item: the piece.
    ///   - number: the chunk's first document as the key has it; nil for the first chunk, which has it inside.
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

    /// The postings.
    ///
    /// - Throws: `databaseCorrupt` where some are missing.
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
            // A number that is damaged must not take all memory.
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
