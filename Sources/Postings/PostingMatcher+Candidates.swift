import Xapian

// Finds the documents of a window that fulfil all conditions.

extension PostingMatcher {
    /// Sets the bits of the matching documents in a window and returns their number; windows must come in ascending
    /// order.
    func findCandidates(_ documents: Range<DocumentID>) -> Int {
        let words = (documents.count + 63) / 64
        let all = candidates[..<words].indices
        for word in all { candidates[word] = 0 }
        var hasSome = false
        for terms in required {
            if !hasSome {
                mark(terms, documents, in: candidates)
            } else {
                keep(terms, documents)
            }
            hasSome = true
            guard !areNone(all) else { return 0 }
        }
        if hasSomeWord, let first = optional.first, let last = optional.last {
            let terms = first.lowerBound..<last.upperBound
            if hasSome { keep(terms, documents) } else { mark(terms, documents, in: candidates) }
        }
        if !excluded.isEmpty {
            for word in all { condition[word] = 0 }
            mark(excluded, documents, in: condition)
            for word in all { candidates[word] &= ~condition[word] }
        }
        if lacksSomeWord { dropThoseWithEveryWord(documents) }
        return all.reduce(0) { $0 + candidates[$1].nonzeroBitCount }
    }

    private func areNone(_ all: Range<Int>) -> Bool { all.allSatisfy { candidates[$0] == 0 } }

    private func mark(
        _ terms: Range<Int>, _ documents: Range<DocumentID>, in bits: UnsafeMutableBufferPointer<UInt64>
    ) {
        guard let start = bits.baseAddress else { return }
        for term in terms { marks[term].mark(documents, in: start) }
    }

    /// Keeps the candidates that have at least one of the given terms.
    private func keep(_ terms: Range<Int>, _ documents: Range<DocumentID>) {
        let words = candidates[..<((documents.count + 63) / 64)].indices
        let left = words.reduce(0) { $0 + candidates[$1].nonzeroBitCount }
        guard !isQuickerToLookUp(left, in: terms, documents) else {
            forEachCandidate(documents) { document, bit in
                var isThere = false
                for term in terms where marks[term].seek(document) { isThere = true }
                if !isThere { candidates[bit >> 6] &= ~(1 << UInt64(bit & 63)) }
            }
            return
        }
        for word in words { condition[word] = 0 }
        mark(terms, documents, in: condition)
        for word in words { candidates[word] &= condition[word] }
    }

    /// Returns whether looking up the given number of documents in some terms' postings is faster than scanning the
    /// postings.
    func isQuickerToLookUp(_ count: Int, in terms: Range<Int>, _ documents: Range<DocumentID>) -> Bool {
        let postings = terms.reduce(0) { $0 + marks[$1].count } / (Int(norms.last) / documents.count + 1)
        // Looking up one document takes as long as scanning several postings.
        return count * 8 <= postings
    }

    private func dropThoseWithEveryWord(_ documents: Range<DocumentID>) {
        // Finding the candidates may have moved `marks` on, so the words are looked up.
        forEachCandidate(documents) { document, bit in
            let hasEvery = optional.allSatisfy { has($0, document, lookups) }
            if hasEvery { candidates[bit >> 6] &= ~(1 << UInt64(bit & 63)) }
        }
    }

    /// Calls `body` for each candidate, in ascending order, with its document number and its bit number.
    @inline(__always)
    func forEachCandidate(_ documents: Range<DocumentID>, _ body: (DocumentID, Int) -> Void) {
        for word in 0..<(documents.count + 63) / 64 {
            var rest = candidates[word]
            while rest != 0 {
                let bit = word << 6 | rest.trailingZeroBitCount
                body(documents.lowerBound + DocumentID(bit), bit)
                rest &= rest - 1
            }
        }
    }

    /// Returns whether a document has at least one of the given terms.
    ///
    /// - Parameters:
    ///   - terms: the terms.
    ///   - document: the document; must not be before one passed earlier.
    ///   - cursors: the cursors that are moved to it.
    /// - Returns: whether it has one.
    @inline(__always)
    func has(
        _ terms: Range<Int>, _ document: DocumentID, _ cursors: UnsafeMutableBufferPointer<PostingCursor>
    ) -> Bool {
        for term in terms where cursors[term].seek(document) { return true }
        return false
    }
}
