import Xapian

/// The documents that have a term, or either of two, and how often: held in memory, in ascending order.
///
/// `Sendable`: what it points to is written before anybody else sees the object, never changed, and freed with it.
final class PostingList: Sendable {
    /// How many documents.
    let count: Int
    /// Their numbers; behind the last one stands `end`.
    nonisolated(unsafe) let documents: UnsafePointer<DocumentID>
    /// How often the term stands in each, cut at 65,535.
    nonisolated(unsafe) let frequencies: UnsafePointer<UInt16>
    /// In how many documents the searches' own weights take the term to be.
    let documentFrequency: Int
    /// The highest share of the term's weight that any of them has, from 0 to 1.
    let highestShare: Double

    /// Greater than the number of any document.
    static let end = DocumentID.max

    /// Bytes of memory, with what it takes to find the list.
    var size: Int { 256 + (count + 1) * (MemoryLayout<DocumentID>.stride + MemoryLayout<UInt16>.stride) }

    /// A list of postings in ascending order, without repetitions, of documents that are there.
    init(_ postings: [Posting], documentFrequency: Int, norms: DocumentNorms) {
        count = postings.count
        self.documentFrequency = documentFrequency
        highestShare = postings.reduce(0) { highest, posting in
            max(highest, norms.share(of: UInt16(clamping: posting.frequency), in: posting.document))
        }
        let documents = UnsafeMutablePointer<DocumentID>.allocate(capacity: postings.count + 1)
        let frequencies = UnsafeMutablePointer<UInt16>.allocate(capacity: postings.count + 1)
        for (place, posting) in postings.enumerated() {
            (documents + place).initialize(to: posting.document)
            (frequencies + place).initialize(to: UInt16(clamping: posting.frequency))
        }
        (documents + postings.count).initialize(to: PostingList.end)
        (frequencies + postings.count).initialize(to: 0)
        self.documents = UnsafePointer(documents)
        self.frequencies = UnsafePointer(frequencies)
    }

    deinit {
        documents.deallocate()
        frequencies.deallocate()
    }

    /// The postings of two terms that count as one: a document's frequencies are added.
    static func merging(_ left: [Posting], _ right: [Posting]) -> [Posting] {
        guard !left.isEmpty else { return right }
        guard !right.isEmpty else { return left }
        var merged: [Posting] = []
        merged.reserveCapacity(left.count + right.count)
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
            if left[first].document < right[second].document {
                merged.append(left[first])
                first += 1
            } else if left[first].document > right[second].document {
                merged.append(right[second])
                second += 1
            } else {
                merged.append(
                    Posting(
                        document: left[first].document, frequency: left[first].frequency &+ right[second].frequency))
                (first, second) = (first + 1, second + 1)
            }
        }
        merged += left[first...]
        merged += right[second...]
        return merged
    }
}
