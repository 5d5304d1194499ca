import Foundation
import Xapian

/// A term of a match: its postings, a place in them that only moves on, and what a posting weighs.
///
/// It does not keep the postings in memory, nor the room for a decoded block: whoever uses it does.
package struct PostingCursor {
    private let blocks: UnsafePointer<PostingList.Block>
    private let blockCount: Int
    private let bytes: UnsafePointer<UInt8>
    /// The documents of the block at the place.
    private let decoded: UnsafeMutablePointer<DocumentID>
    private var block = -1
    private var place = 0
    private var placesInBlock = 0
    /// The first block that `most` may have to look at.
    private var boundingBlock = 0
    /// The document at the place, or `PostingList.end`.
    private(set) var document: DocumentID = 0
    /// How many postings there are.
    let count: Int
    /// What a posting weighs whose share is 1, in the match's unit; 0 where it weighs nothing.
    private let weight: Double

    /// A term's cursor, at its first posting.
    ///
    /// - Parameters:
    ///   - list: the postings.
    ///   - weight: what a posting weighs whose share is 1; see `weight(of:factor:articles:)`.
    ///   - room: for `PostingList.blockLength` documents.
    init(_ list: PostingList, weight: Double, room: UnsafeMutablePointer<DocumentID>) {
        (blocks, blockCount, bytes, count) = (list.blocks, list.blockCount, list.bytes, list.count)
        (decoded, self.weight) = (room, weight)
        open(0)
    }

    /// A term's weight in BM25, as Xapian calculates it.
    ///
    /// - Parameters:
    ///   - list: the term's postings.
    ///   - factor: what the weight is multiplied by.
    ///   - articles: how many documents there are in all.
    /// - Returns: the weight, never below 0.
    static func weight(of list: PostingList, factor: Double, articles: Int) -> Double {
        factor > 0 ? factor * inverseFrequency(list.documentFrequency, of: articles) : 0
    }

    /// BM25's weight of a term (Robertson and Zaragoza 2009), as Xapian keeps it from becoming negative.
    private static func inverseFrequency(_ frequency: Int, of documents: Int) -> Double {
        guard frequency > 0 else { return 0 }
        let odds = (Double(max(0, documents - frequency)) + 0.5) / (Double(frequency) + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds) * (BM25.k1 + 1)
    }

    /// Whether its postings add to the weight.
    var weighs: Bool { weight > 0 }

    /// No posting weighs more of those in some documents, which never lie before the ones asked about last.
    mutating func most(in documents: Range<DocumentID>) -> Int32 {
        while boundingBlock < blockCount, blocks[boundingBlock].last < documents.lowerBound { boundingBlock += 1 }
        // A posting of frequency 0 weighs next to nothing, and is there all the same.
        var (share, place) = (Float(-1), boundingBlock)
        while place < blockCount, blocks[place].base &+ 1 < documents.upperBound {
            share = max(share, blocks[place].highestShare)
            place += 1
        }
        return share >= 0 ? weight(share) : 0
    }

    /// At least 1 for a posting that is there, so that what was summed tells whether there was any.
    @inline(__always)
    private func weight(_ share: Float) -> Int32 { Int32(weight * Double(share)) &+ 1 }

    /// Adds what its postings weigh to documents' sums, and moves behind them.
    ///
    /// - Parameters:
    ///   - documents: which documents.
    ///   - sums: the sum of each of them.
    ///   - norms: those of all documents.
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

    /// Sets the bits of documents that have a posting, and moves behind them.
    ///
    /// - Parameters:
    ///   - documents: which documents.
    ///   - bits: a bit for each of them.
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

    /// The places of the block before a document.
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

    /// Moves on to a document, or the next one that has a posting; whether it has one itself.
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
        // The block's last document is not before the one sought.
        var (low, high) = (place, placesInBlock - 1)
        while high - low > 1 {
            let middle = (low + high) >> 1
            if decoded[middle] < sought { low = middle } else { high = middle }
        }
        place = high
        document = decoded[high]
    }

    /// The first block behind this one whose last document is not before the one sought.
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

    /// How often the term stands in the document at a place of a block whose frequencies begin at `start`.
    @inline(__always)
    private func frequency(_ opened: PostingList.Block, _ start: Int, _ place: Int) -> UInt16 {
        guard opened.frequencyWidth > 1 else { return UInt16(bytes[start &+ place]) }
        return UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: start &+ 2 &* place, as: UInt16.self).littleEndian
    }

    /// What the posting at the place weighs.
    @inline(__always)
    func weight(_ norms: DocumentNorms) -> Int32 {
        let opened = blocks[block]
        let start = Int(opened.offset) &+ Int(opened.differenceWidth) &* placesInBlock
        return weight(norms.share(of: frequency(opened, start, place), in: document))
    }
}
