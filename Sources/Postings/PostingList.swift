import Xapian

/// The documents that have a term, or either of two, and how often: held in memory, in ascending order.
///
/// They are packed in blocks of 128, each as the differences of its documents' numbers and then the frequencies, of one, two or
/// four bytes as the largest needs: two or three bytes for most postings. A search decodes the blocks that it touches.
///
/// `Sendable`: what it points to is written before anybody else sees the object, never changed, and freed with it.
package final class PostingList: Sendable {
    /// A run of postings.
    struct Block {
        /// The number before the first document's difference.
        var base: DocumentID
        /// The last document.
        var last: DocumentID
        /// Where the block's bytes begin.
        var offset: UInt32
        /// The highest share of the term's weight that any of its documents has.
        var highestShare: Float
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
        var packed = PackedBlocks(count: postings.count)
        postings.withUnsafeBufferPointer { postings in
            for start in stride(from: 0, to: postings.count, by: PostingList.blockLength) {
                let end = min(start + PostingList.blockLength, postings.count)
                packed.append(UnsafeBufferPointer(rebasing: postings[start..<end]), norms)
            }
        }
        (blocks, blockCount) = (UnsafePointer(packed.blocks), packed.blockCount)
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: packed.size + 1)
        bytes.update(from: packed.bytes, count: packed.size)
        self.bytes = UnsafePointer(bytes)
        packed.bytes.deallocate()
        size = 256 + packed.size + packed.blockCount * MemoryLayout<Block>.stride
    }

    deinit {
        blocks.deallocate()
        bytes.deallocate()
    }
}

/// Postings being packed; whoever packs them takes over the memory.
private struct PackedBlocks {
    let blocks: UnsafeMutablePointer<PostingList.Block>
    private(set) var blockCount = 0
    /// With room for the widest numbers.
    let bytes: UnsafeMutablePointer<UInt8>
    private(set) var size = 0
    private var last: DocumentID = 0

    init(count: Int) {
        blocks = .allocate(capacity: count / PostingList.blockLength + 1)
        bytes = .allocate(capacity: 6 * count + 1)
    }

    mutating func append(_ postings: UnsafeBufferPointer<Posting>, _ norms: DocumentNorms) {
        let base = last
        var (widest, most, share) = (DocumentID(0), UInt16(0), Float(0))
        for posting in postings {
            widest = max(widest, posting.document &- last)
            let frequency = UInt16(clamping: posting.frequency)
            most = max(most, frequency)
            share = max(share, norms.share(of: frequency, in: posting.document))
            last = posting.document
        }
        let differenceWidth = widest <= 0xFF ? 1 : widest <= 0xFFFF ? 2 : 4
        let frequencyWidth = most <= 0xFF ? 1 : 2
        (blocks + blockCount).initialize(
            to: PostingList.Block(
                base: base, last: last, offset: UInt32(size), highestShare: share, count: UInt8(postings.count),
                differenceWidth: UInt8(differenceWidth), frequencyWidth: UInt8(frequencyWidth)))
        blockCount += 1
        var before = base
        for posting in postings {
            append(posting.document &- before, width: differenceWidth)
            before = posting.document
        }
        for posting in postings { append(UInt32(UInt16(clamping: posting.frequency)), width: frequencyWidth) }
    }

    @inline(__always)
    private mutating func append(_ value: UInt32, width: Int) {
        let place = UnsafeMutableRawPointer(bytes + size)
        switch width {
        case 1: place.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
        case 2: place.storeBytes(of: UInt16(truncatingIfNeeded: value).littleEndian, as: UInt16.self)
        default: place.storeBytes(of: value.littleEndian, as: UInt32.self)
        }
        size += width
    }
}
