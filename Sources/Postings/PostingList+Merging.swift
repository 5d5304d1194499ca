import Xapian

extension PostingList {
    /// Merges the postings of two terms that count as one, adding the frequencies of a document that has both.
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
                let sum = left[first].frequency.addingReportingOverflow(right[second].frequency)
                merged.append(
                    Posting(document: left[first].document, frequency: sum.overflow ? .max : sum.partialValue))
                (first, second) = (first + 1, second + 1)
            }
        }
        merged += left[first...]
        merged += right[second...]
        return merged
    }
}
