import Foundation
import Xapian

/// A term of a match: its postings, a position in them that only moves forward, and the weight of a posting.
///
/// The caller keeps the postings and the buffer for a decoded block alive.
package struct PostingCursor {
    private let blocks: UnsafePointer<PostingList.Block>
    private let blockCount: Int
    private let bytes: UnsafePointer<UInt8>
    /// The documents of the current block.
    private let decoded: UnsafeMutablePointer<DocumentID>
    private var block = -1
    private var place = 0
    private var placesInBlock = 0
    /// The first block that `most` may have to look at.
    private var boundingBlock = 0
    /// The current document, or `PostingList.end`.
    private(set) var document: DocumentID = 0
    /// The number of postings.
    let count: Int
    /// The weight, in the match's unit, of a posting whose share is 1; 0 if the term has no weight.
    private let weight: Double

    /// Creates a cursor at a term's first posting.
    ///
    /// - Parameters:
    ///   - list: the postings.
    ///   - weight: the weight of a posting whose share is 1; see `weight(of:factor:articles:)`.
    ///   - buffer: a buffer for `PostingList.blockLength` documents.
    init(_ list: PostingList, weight: Double, buffer: UnsafeMutablePointer<DocumentID>) {
        (blocks, blockCount, bytes, count) = (list.blocks, list.blockCount, list.bytes, list.count)
        (decoded, self.weight) = (buffer, weight)
        open(0)
    }

    /// Returns a term's BM25 weight as Xapian calculates it.
    ///
    /// - Parameters:
    ///   - list: the term's postings.
    ///   - factor: the factor by which the weight is multiplied.
    ///   - articles: the total number of documents.
    /// - Returns: the weight, never below 0.
    static func weight(of list: PostingList, factor: Double, articles: Int) -> Double {
        factor > 0 ? factor * inverseFrequency(list.documentFrequency, of: articles) : 0
    }

    /// Returns BM25's weight of a term (Robertson and Zaragoza 2009), which Xapian keeps from becoming negative.
    private static func inverseFrequency(_ frequency: Int, of documents: Int) -> Double {
        guard frequency > 0 else { return 0 }
        let odds = (Double(max(0, documents - frequency)) + 0.5) / (Double(frequency) + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds) * (BM25.k1 + 1)
    }

    /// Whether the term's postings add to the weight.
    var weighs: Bool { weight > 0 }

    /// Returns an upper bound of the weights of the postings in a range of documents; ranges must be passed in
    /// ascending order.
    mutating func most(in documents: Range<DocumentID>) -> Int32 {
        while boundingBlock < blockCount, blocks[boundingBlock].last < documents.lowerBound { boundingBlock += 1 }
        // A posting of frequency 0 weighs next to nothing, but it is a posting.
        var (share, place) = (Float(-1), boundingBlock)
        while place < blockCount, blocks[place].base &+ 1 < documents.upperBound {
            share = max(share, blocks[place].highestShare)
            place += 1
        }
        return share >= 0 ? weight(share) : 0
    }

    /// Returns at least 1 for a posting, so that a document's sum shows whether it had any.
    @inline(__always)
    private func weight(_ share: Float) -> Int32 { Int32(weight * Double(share)) &+ 1 }

    /// Adds the weights of the postings to the sums of a range of documents, and moves past the range.
    ///
    /// - Parameters:
    ///   - documents: the range of documents.
    ///   - sums: the sum of each of them.
    ///   - norms: the norms of all documents.
    mutating func add(
        _ documents: Range<DocumentID>, to sums: UnsafeMutablePointer<Int32>, _ norms: DocumentNorms
    ) {
        _ = seek(documents.lowerBound)
        while document < documents.upperBound {
            let end = places(before: documents.upperBound)
            let opened = blocks[block]
            let start = Int(opened.offset) &+ Int(opened.differenceWidth) &* placesInBlock
            for place in place..<end {
                let document = decoded[place]
                let frequency = frequency(opened, start, place)
                sums[Int(document &- documents.lowerBound)] &+= weight(norms.share(of: frequency, in: document))
            }
            step(to: end)
        }
    }

    /// Sets the bits of the documents that have a posting, and moves past the range.
    ///
    /// - Parameters:
    ///   - documents: the range of documents.
    ///   - bits: one bit for each of them.
    mutating func mark(_ documents: Range<DocumentID>, in bits: UnsafeMutablePointer<UInt64>) {
        _ = seek(documents.lowerBound)
        while document < documents.upperBound {
            let end = places(before: documents.upperBound)
            for place in place..<end {
                let bit = Int(decoded[place] &- documents.lowerBound)
                bits[bit >> 6] |= 1 << UInt64(truncatingIfNeeded: bit & 63)
            }
            step(to: end)
        }
    }

    /// Returns the end of the current block's positions whose documents are below the given one.
    @inline(__always)
    private func places(before document: DocumentID) -> Int {
        if blocks[block].last < document { return placesInBlock }
        var end = place
        while decoded[end] < document { end &+= 1 }
        return end
    }

    @inline(__always)
    private mutating func step(to place: Int) {
        self.place = place
        if place < placesInBlock { document = decoded[place] } else { open(block &+ 1) }
    }

    /// Moves to the first posting at or after a document, and returns whether that document has a posting.
    @inline(__always)
    mutating func seek(_ sought: DocumentID) -> Bool {
        if document < sought { move(to: sought) }
        return document == sought
    }

    private mutating func move(to sought: DocumentID) {
        if blocks[block].last < sought {
            guard let next = firstBlock(reaching: sought) else { return open(blockCount) }
            open(next)
            if document >= sought { return }
        }
        // The block's last document is at or after the one sought.
        var (low, high) = (place, placesInBlock - 1)
        while high - low > 1 {
            let middle = (low + high) >> 1
            if decoded[middle] < sought { low = middle } else { high = middle }
        }
        place = high
        document = decoded[high]
    }

    /// Returns the first block after the current one whose last document is at or after the one sought.
    private func firstBlock(reaching sought: DocumentID) -> Int? {
        var (low, step) = (block, 1)
        while low + step < blockCount, blocks[low + step].last < sought {
            low += step
            step <<= 1
        }
        var high = min(low + step, blockCount)
        while high - low > 1 {
            let middle = (low + high) >> 1
            if blocks[middle].last < sought { low = middle } else { high = middle }
        }
        return high < blockCount ? high : nil
    }

    /// Moves to the first posting of a block, or to the end.
    private mutating func open(_ number: Int) {
        (block, place) = (number, 0)
        guard number < blockCount else {
            (placesInBlock, document) = (0, PostingList.end)
            return
        }
        let opened = blocks[number]
        placesInBlock = Int(opened.count)
        let source = UnsafeRawPointer(bytes + Int(opened.offset))
        var last = opened.base
        switch opened.differenceWidth {
        case 1:
            for place in 0..<placesInBlock {
                last &+= DocumentID(source.load(fromByteOffset: place, as: UInt8.self))
                decoded[place] = last
            }
        case 2:
            for place in 0..<placesInBlock {
                last &+= DocumentID(source.loadUnaligned(fromByteOffset: 2 &* place, as: UInt16.self).littleEndian)
                decoded[place] = last
            }
        default:
            for place in 0..<placesInBlock {
                last &+= source.loadUnaligned(fromByteOffset: 4 &* place, as: UInt32.self).littleEndian
                decoded[place] = last
            }
        }
        document = decoded[0]
    }

    /// Returns the term's frequency in the document at a position of a block whose frequencies begin at `start`.
    @inline(__always)
    private func frequency(_ opened: PostingList.Block, _ start: Int, _ place: Int) -> UInt16 {
        guard opened.frequencyWidth > 1 else { return UInt16(bytes[start &+ place]) }
        return UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: start &+ 2 &* place, as: UInt16.self).littleEndian
    }

    /// Returns the weight of the current posting.
    @inline(__always)
    func weight(_ norms: DocumentNorms) -> Int32 {
        let opened = blocks[block]
        let start = Int(opened.offset) &+ Int(opened.differenceWidth) &* placesInBlock
        return weight(norms.share(of: frequency(opened, start, place), in: document))
    }
}
