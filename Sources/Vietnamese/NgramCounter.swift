/// How often each term stands in one document.
///
/// Empty it with `removeAll()` for the next document: it keeps its memory. Terms are told apart by the call that
/// counted them, too: terms of syllables are merged under equal prefixes, those of `add(term:count:)` among themselves.
/// No other two spell alike as long as prefixes are upper-case letters, because keys never are.
package struct NgramCounter: Sendable {
    /// One for each set of prefixes met so far, in this document or an earlier one.
    private var tallies: [NgramTally] = []
    /// Terms that are not made of syllables.
    private var others = FormTable()

    /// No terms yet.
    package init() {}

    /// How many distinct terms were counted.
    package var count: Int {
        tallies.reduce(others.count) { $0 + $1.count }
    }

    /// Forgets every term and keeps the memory.
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

    /// Counts a term of any other sort; a count of 0 counts nothing.
    package mutating func add(term: some Collection<UInt8>, count: UInt32) {
        guard count > 0 else { return }
        let length = term.count
        let key = Array(term) + repeatElement(0, count: KeyHash.slack)
        others.makeRoom(forms: 1, bytes: length + FormTable.slack)
        key.withUnsafeBufferPointer { key in
            guard let key = key.baseAddress else { return }
            others.withPointers { others in
                let form = others.form(key, length, hash: KeyHash.hash(key, length))
                others.forms[form].exactCount.increase(by: count)
            }
        }
    }

    /// Hands out each distinct term with its count, in no particular order.
    ///
    /// - Parameter body: Called once a term; the bytes hold only until it returns.
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
