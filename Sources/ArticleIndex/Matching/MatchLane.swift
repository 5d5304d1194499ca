import Foundation
import Xapian

/// A term of a match: its postings, a place in them that only moves on, and what a posting weighs.
///
/// It does not keep the postings in memory, nor the room for a decoded block: whoever uses it does.
struct MatchLane {
    private let blocks: UnsafePointer<PostingList.Block>
    private let blockCount: Int
    private let bytes: UnsafePointer<UInt8>
    /// The documents of the block at the place.
    private let decoded: UnsafeMutablePointer<DocumentID>
    private var block = -1
    private var place = 0
    private var placesInBlock = 0
    /// The document at the place, or `PostingList.end`.
    private(set) var document: DocumentID = 0
    /// How many postings there are.
    let count: Int
    /// The term's weight in BM25, as Xapian calculates it.
    private let weight: Double
    /// No posting weighs more.
    let most: Double

    /// A term's lane, at its first posting.
    ///
    /// - Parameters:
    ///   - list: the postings.
    ///   - factor: what the term's weight is multiplied by.
    ///   - articles: how many documents there are in all.
    ///   - room: for `PostingList.blockLength` documents.
    init(_ list: PostingList, factor: Double, articles: Int, room: UnsafeMutablePointer<DocumentID>) {
        (blocks, blockCount, bytes, count) = (list.blocks, list.blockCount, list.bytes, list.count)
        decoded = room
        weight = factor > 0 ? factor * MatchLane.inverseFrequency(list.documentFrequency, of: articles) : 0
        most = weight * list.highestShare
        rewind()
    }

    /// BM25's weight of a term (Robertson and Zaragoza 2009), as Xapian keeps it from becoming negative.
    private static func inverseFrequency(_ frequency: Int, of documents: Int) -> Double {
        guard frequency > 0 else { return 0 }
        let odds = (Double(max(0, documents - frequency)) + 0.5) / (Double(frequency) + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds) * (Ranking.standard.k1 + 1)
    }

    /// Moves back to the first posting.
    mutating func rewind() {
        if block == 0, blockCount > 0 {
            place = 0
            document = decoded[0]
        } else {
            open(0)
        }
    }

    /// Moves to the next posting.
    @inline(__always)
    mutating func advance() {
        place &+= 1
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

    /// How often the term stands in the document at the place.
    @inline(__always)
    private var frequency: UInt16 {
        let opened = blocks[block]
        let start = Int(opened.offset) &+ Int(opened.differenceWidth) &* placesInBlock
        guard opened.frequencyWidth > 1 else { return UInt16(bytes[start &+ place]) }
        return UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: start &+ 2 &* place, as: UInt16.self).littleEndian
    }

    /// What the posting at the place weighs.
    @inline(__always)
    func weight(_ norms: DocumentNorms) -> Double { weight * norms.share(of: frequency, in: document) }
}
