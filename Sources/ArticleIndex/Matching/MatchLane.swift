import Foundation
import Xapian

/// A term of a match: its postings, a place in them that only moves on, and what a posting weighs.
///
/// It does not keep the postings in memory: whoever uses it does.
struct MatchLane {
    private let documents: UnsafePointer<DocumentID>
    private let frequencies: UnsafePointer<UInt16>
    private var place = 0
    /// How many postings there are.
    let count: Int
    /// The term's weight in BM25, as Xapian calculates it.
    private let weight: Double
    /// No posting weighs more.
    let most: Double

    /// A term's lane; `articles` is how many documents there are in all.
    init(_ list: PostingList, factor: Double, articles: Int) {
        (documents, frequencies, count) = (list.documents, list.frequencies, list.count)
        weight = factor > 0 ? factor * MatchLane.inverseFrequency(list.documentFrequency, of: articles) : 0
        most = weight * list.highestShare
    }

    /// BM25's weight of a term (Robertson and Zaragoza 2009), as Xapian keeps it from becoming negative.
    private static func inverseFrequency(_ frequency: Int, of documents: Int) -> Double {
        guard frequency > 0 else { return 0 }
        let odds = (Double(max(0, documents - frequency)) + 0.5) / (Double(frequency) + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds) * (Ranking.standard.k1 + 1)
    }

    /// The document at the place, or `PostingList.end`.
    var document: DocumentID {
        @inline(__always) get { documents[place] }
    }

    /// Moves back to the first posting.
    mutating func rewind() { place = 0 }

    /// Moves to the next posting.
    @inline(__always)
    mutating func advance() { place &+= 1 }

    /// Moves on to a document, or the next one that has a posting; whether it has one itself.
    @inline(__always)
    mutating func seek(_ document: DocumentID) -> Bool {
        if documents[place] < document { gallop(to: document) }
        return documents[place] == document
    }

    private mutating func gallop(to document: DocumentID) {
        var (low, step) = (place, 1)
        while low + step < count, documents[low + step] < document {
            low += step
            step <<= 1
        }
        // The one sought is behind `low`, and not behind `high`, where `end` may stand.
        var high = min(low + step, count)
        while high - low > 1 {
            let middle = (low + high) >> 1
            if documents[middle] < document { low = middle } else { high = middle }
        }
        place = high
    }

    /// What the posting at the place weighs.
    @inline(__always)
    func weight(_ norms: DocumentNorms) -> Double { weight * norms.share(of: frequencies[place], in: documents[place]) }
}
