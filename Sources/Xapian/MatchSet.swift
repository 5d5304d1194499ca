import CXapian

/// A document that a search found.
package struct Match: Hashable, Sendable {
    /// The document's number.
    package var document: DocumentID
    /// How much it weighs; 0 where weights are not calculated.
    package var weight: Double

    /// A match of this document.
    package init(document: DocumentID, weight: Double) {
        self.document = document
        self.weight = weight
    }
}

/// How many documents of those that were looked at have a value.
package struct ValueCount: Hashable, Sendable {
    /// The value.
    package var value: [UInt8]
    /// The number of documents.
    package var count: Int
}

/// What a search found: one page of documents, and how many there are in all.
package struct MatchSet: Hashable, Sendable {
    /// The documents of the page, in the order that was asked for.
    package var items: [Match] = []
    /// At least so many documents match.
    package var lowerBound = 0
    /// A guess between the bounds, which may be far off.
    package var estimate = 0
    /// At most so many documents match.
    package var upperBound = 0
    /// No document can weigh more for this query.
    package var highestPossibleWeight = 0.0
    /// The values of the slots that were to be counted, by slot, in byte order; documents without a value are left out.
    package var valueCounts: [UInt32: [ValueCount]] = [:]

    /// No matches.
    package init() {}

    /// Whether it is known how many documents match.
    package var isExact: Bool { lowerBound == upperBound }

    /// Reads what the C interface returned.
    init(_ block: consuming Block, countedSlots: [UInt32]) {
        guard let head = block.read(cx_matches.self) else { return }
        lowerBound = Int(head.lower_bound)
        estimate = Int(head.estimate)
        upperBound = Int(head.upper_bound)
        highestPossibleWeight = head.highest_possible_weight
        items.reserveCapacity(Int(head.count))
        for _ in 0..<head.count {
            guard let match = block.read(cx_match.self) else { return }
            items.append(Match(document: match.document, weight: match.weight))
        }
        for slot in countedSlots {
            guard let count = block.read(UInt32.self) else { return }
            var counts: [ValueCount] = []
            for _ in 0..<count {
                guard let entry = block.readEntry() else { return }
                counts.append(ValueCount(value: entry.bytes, count: entry.frequency))
            }
            valueCounts[slot] = counts
        }
    }
}
