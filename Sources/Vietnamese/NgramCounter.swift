/// The within-document frequency of each term of one document.
///
/// Call `removeAll()` before the next document; it keeps the allocated memory. Terms of syllables are merged under
/// equal prefixes, terms of `add(term:count:)` among themselves. Terms from different calls never have equal bytes as
/// long as prefixes are upper-case letters, because keys never contain any.
package struct NgramCounter: Sendable {
    /// One tally for each set of prefixes used so far, in this document or an earlier one.
    private var tallies: [NgramTally] = []
    /// Terms that are not made of syllables.
    private var others = FormTable()

    /// Creates a counter without terms.
    package init() {}

    /// The number of distinct terms counted.
    package var count: Int {
        tallies.reduce(others.count) { $0 + $1.count }
    }

    /// Removes every term and keeps the allocated memory.
    package mutating func removeAll() {
        for index in tallies.indices { tallies[index].removeAll() }
        others.removeAll()
    }

    /// Counts the terms that a run of syllables gives.
    ///
    /// For each syllable: the exact term; the folded term where the two keys differ; the bigram with the next syllable,
    /// two folded keys with a space between them. Linear in the number of syllables.
    package mutating func add(_ syllables: Syllables, prefixes: NgramPrefixes) {
        if let index = tallies.firstIndex(where: { $0.prefixes == prefixes }) {
            tallies[index].add(syllables)
        } else {
            var tally = NgramTally(prefixes: prefixes)
            tally.add(syllables)
            tallies.append(tally)
        }
    }

    /// Counts a term of any other kind; a count of 0 adds nothing.
    package mutating func add(term: some Collection<UInt8>, count: UInt32) {
        guard count > 0 else { return }
        let length = term.count
        let key = Array(term) + repeatElement(0, count: KeyHash.slack)
        others.reserveCapacity(forms: 1, bytes: length + FormTable.slack)
        key.withUnsafeBufferPointer { key in
            guard let key = key.baseAddress else { return }
            others.withPointers { others in
                let form = others.form(key, length, hash: KeyHash.hash(key, length))
                others.forms[form].exactCount.increase(by: count)
            }
        }
    }

    /// Calls a closure with each distinct term and its count, in no particular order.
    ///
    /// - Parameter body: Called once for each term; the bytes are valid only until it returns.
    /// - Throws: What `body` throws, at once.
    package func forEach(_ body: (UnsafeBufferPointer<UInt8>, UInt32) throws -> Void) rethrows {
        var term: [UInt8] = []
        for tally in tallies { try tally.forEach(spelling: &term, body) }
        try others.bytes.withUnsafeBufferPointer { bytes in
            for form in others.forms[..<others.count] {
                let range = form.offset..<form.offset + Int(form.length)
                try body(UnsafeBufferPointer(rebasing: bytes[range]), form.exactCount)
            }
        }
    }
}
