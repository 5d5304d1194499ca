import CXapian

/// A document that a search found.
package struct Match: Hashable, Sendable {
    /// The document's number.
    package var document: DocumentID
    /// The document's weight; 0 if weights are not calculated.
    package var weight: Double

    /// Creates a match.
    package init(document: DocumentID, weight: Double) {
        self.document = document
        self.weight = weight
    }
}

/// The number of documents, among those that were checked, that have a value.
package struct ValueCount: Hashable, Sendable {
    /// The value.
    package var value: [UInt8]
    /// The number of documents.
    package var count: Int
}

/// The result of a search: one page of documents, and the bounds of the total number of matches.
package struct MatchSet: Hashable, Sendable {
    /// The documents of the page, in the requested order.
    package var items: [Match] = []
    /// A lower bound of the number of matching documents.
    package var lowerBound = 0
    /// An estimate between the bounds, which may be far off.
    package var estimate = 0
    /// An upper bound of the number of matching documents.
    package var upperBound = 0
    /// An upper bound of the weight that any document can have for this query.
    package var highestPossibleWeight = 0.0
    /// The counted values by slot, in byte order; documents without a value are not counted.
    package var valueCounts: [UInt32: [ValueCount]] = [:]

    /// Creates a result without matches.
    package init() {}

    /// Whether the exact number of matching documents is known.
    package var isExact: Bool { lowerBound == upperBound }

    /// Decodes the result of the C interface.
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
