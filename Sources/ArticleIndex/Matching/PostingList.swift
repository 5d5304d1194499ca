import Xapian

/// The documents that have a term, or either of two, and how often: held in memory, in ascending order.
///
/// They are packed in blocks of 128, each as the differences of its documents' numbers and then the frequencies, of one, two or
/// four bytes as the largest needs: two or three bytes for most postings. A search decodes the blocks that it touches.
///
/// `Sendable`: what it points to is written before anybody else sees the object, never changed, and freed with it.
final class PostingList: Sendable {
    /// A run of postings.
    struct Block {
        /// The number before the first document's difference.
        var base: DocumentID
        /// The last document.
        var last: DocumentID
        /// Where the block's bytes begin.
        var offset: UInt32
        /// How many postings, 1 to 128.
        var count: UInt8
        /// Bytes of a difference: 1, 2 or 4.
        var differenceWidth: UInt8
        /// Bytes of a frequency: 1 or 2.
        var frequencyWidth: UInt8
    }

    /// Postings in a block, but for the last one.
    static let blockLength = 128
    /// Greater than the number of any document.
    static let end = DocumentID.max

    /// How many documents.
    let count: Int
    /// In how many documents the searches' own weights take the term to be.
    let documentFrequency: Int
    /// The highest share of the term's weight that any of them has, from 0 to 1.
    let highestShare: Double
    /// How many blocks.
    let blockCount: Int
    /// The blocks.
    nonisolated(unsafe) let blocks: UnsafePointer<Block>
    /// What is in the blocks.
    nonisolated(unsafe) let bytes: UnsafePointer<UInt8>
    /// Bytes of memory, with what it takes to find the list.
    let size: Int

    /// A list of postings in ascending order, without repetitions, of documents that are there.
    init(_ postings: [Posting], documentFrequency: Int, norms: DocumentNorms) {
        count = postings.count
        self.documentFrequency = documentFrequency
        highestShare = postings.reduce(0) { highest, posting in
            max(highest, norms.share(of: UInt16(clamping: posting.frequency), in: posting.document))
        }
        var packed = PackedBlocks()
        for start in stride(from: 0, to: postings.count, by: PostingList.blockLength) {
            packed.append(postings[start..<min(start + PostingList.blockLength, postings.count)])
        }
        blockCount = packed.blocks.count
        size = 256 + packed.bytes.count + packed.blocks.count * MemoryLayout<Block>.stride
        let blocks = UnsafeMutablePointer<Block>.allocate(capacity: packed.blocks.count + 1)
        for (place, block) in packed.blocks.enumerated() { (blocks + place).initialize(to: block) }
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: packed.bytes.count + 1)
        for (place, byte) in packed.bytes.enumerated() { (bytes + place).initialize(to: byte) }
        (self.blocks, self.bytes) = (UnsafePointer(blocks), UnsafePointer(bytes))
    }

    deinit {
        blocks.deallocate()
        bytes.deallocate()
    }
}

/// Postings being packed.
private struct PackedBlocks {
    var blocks: [PostingList.Block] = []
    var bytes: [UInt8] = []

    mutating func append(_ postings: ArraySlice<Posting>) {
        let base = blocks.last?.last ?? 0
        guard let last = postings.last?.document else { return }
        var (before, widest, most) = (base, DocumentID(0), UInt16(0))
        for posting in postings {
            widest = max(widest, posting.document - before)
            most = max(most, UInt16(clamping: posting.frequency))
            before = posting.document
        }
        let differenceWidth = widest <= 0xFF ? 1 : widest <= 0xFFFF ? 2 : 4
        let frequencyWidth = most <= 0xFF ? 1 : 2
        blocks.append(
            PostingList.Block(
                base: base, last: last, offset: UInt32(bytes.count), count: UInt8(postings.count),
                differenceWidth: UInt8(differenceWidth), frequencyWidth: UInt8(frequencyWidth)))
        before = base
        for posting in postings {
            append(UInt32(posting.document - before), width: differenceWidth)
            before = posting.document
        }
        for posting in postings { append(UInt32(UInt16(clamping: posting.frequency)), width: frequencyWidth) }
    }

    private mutating func append(_ value: UInt32, width: Int) {
        for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * place))) }
    }
}
