package import Xapian

/// A set of document numbers, one bit each.
package struct DocumentSet: Hashable, Sendable {
    /// The bits, in words of 64 documents.
    package private(set) var words: [UInt64] = []

    /// Creates an empty set.
    package init() {}

    /// Creates the set of documents whose bits are set in words of 64.
    package init(words: [UInt64]) { self.words = words }

    /// The number of documents.
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Returns whether a document is in the set.
    package func contains(_ document: DocumentID) -> Bool {
        let word = Int(document / 64)
        return word < words.count && words[word] & (1 << UInt64(document % 64)) != 0
    }

    /// Adds a document, and returns false if it was already in the set.
    @discardableResult
    package mutating func insert(_ document: DocumentID) -> Bool {
        guard !contains(document) else { return false }
        let word = Int(document / 64)
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] |= 1 << UInt64(document % 64)
        return true
    }

    /// Removes a document.
    package mutating func remove(_ document: DocumentID) {
        if contains(document) { words[Int(document / 64)] &= ~(1 << UInt64(document % 64)) }
    }

    /// Calls a closure with each document, in ascending order.
    package func forEach(_ body: (DocumentID) throws -> Void) rethrows {
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                try body(DocumentID(place * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}
