import Xapian

/// The documents that have a term, or either of two terms, and the frequencies, held in memory in ascending order.
///
/// Postings are packed in blocks of 128. Each block holds the differences between document numbers and then the
/// frequencies, in one, two or four bytes as the largest needs; most postings take two or three bytes. A search decodes
/// only the blocks that it touches.
///
/// `Sendable`: the memory is written before the object is shared, never changed, and freed with the object.
package final class PostingList: Sendable {
    /// A block of postings.
    struct Block {
        /// The document number to which the first difference is added.
        var base: DocumentID
        /// The last document.
        var last: DocumentID
        /// The offset of the block's bytes.
        var offset: UInt32
        /// The highest share of the term's weight in any of its documents.
        var highestShare: Float
        /// The number of postings, 1 to 128.
        var count: UInt8
        /// The bytes per difference: 1, 2 or 4.
        var differenceWidth: UInt8
        /// The bytes per frequency: 1 or 2.
        var frequencyWidth: UInt8
    }

    /// The number of postings in every block except the last.
    static let blockLength = 128
    /// A value greater than any document number.
    static let end = DocumentID.max

    /// The number of documents.
    let count: Int
    /// The document frequency on which the searches' weights are based.
    let documentFrequency: Int
    /// The number of blocks.
    let blockCount: Int
    /// The block descriptors.
    nonisolated(unsafe) let blocks: UnsafePointer<Block>
    /// The packed bytes of the blocks.
    nonisolated(unsafe) let bytes: UnsafePointer<UInt8>
    /// The bytes of memory that the list takes, including its cache entry.
    let size: Int

    /// Creates a list from postings in ascending order, without duplicates, of existing documents.
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

/// Postings being packed; the caller takes over the memory.
private struct PackedBlocks {
    let blocks: UnsafeMutablePointer<PostingList.Block>
    private(set) var blockCount = 0
    /// A buffer with capacity for the widest numbers.
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
