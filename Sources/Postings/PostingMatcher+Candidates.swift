import Xapian

// Which documents of a window fulfil all conditions.

extension PostingMatcher {
    /// Sets the bits of a window's documents that match, and counts them; windows only go forwards.
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

    /// Keeps the candidates that have one of some terms.
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

    /// Whether so many documents of a window are looked up sooner in the postings of some terms than one has gone through those.
    func isQuickerToLookUp(_ count: Int, in terms: Range<Int>, _ documents: Range<DocumentID>) -> Bool {
        let postings = terms.reduce(0) { $0 + marks[$1].count } / (Int(norms.last) / documents.count + 1)
        // To look up one document takes as long as to go through several.
        return count * 8 <= postings
    }

    private func dropThoseWithEveryWord(_ documents: Range<DocumentID>) {
        // Candidates may have moved the marks on, so the words are looked up.
        forEachCandidate(documents) { document, bit in
            let hasEvery = optional.allSatisfy { has($0, document, lookups) }
            if hasEvery { candidates[bit >> 6] &= ~(1 << UInt64(bit & 63)) }
        }
    }

    /// Calls `body` for each candidate, in ascending order, with its number and that of its bit.
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

    /// Whether a document has one of some terms at least.
    ///
    /// - Parameters:
    ///   - terms: the terms.
    ///   - document: the document, never before one asked about earlier.
    ///   - cursors: the places that are moved to it.
    /// - Returns: whether it has.
    @inline(__always)
    func has(
        _ terms: Range<Int>, _ document: DocumentID, _ cursors: UnsafeMutableBufferPointer<PostingCursor>
    ) -> Bool {
        for term in terms where cursors[term].seek(document) { return true }
        return false
    }
}
