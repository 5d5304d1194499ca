/// The terms of the syllables that were counted under one set of prefixes.
struct NgramTally: Sendable {
    let prefixes: NgramPrefixes
    private var forms = FormTable()
    private var pairs = PairTable()
    /// The number of distinct terms that are single syllables.
    private var singles = 0

    init(prefixes: NgramPrefixes) {
        self.prefixes = prefixes
    }

    /// The number of distinct terms.
    var count: Int { singles + pairs.count }

    mutating func removeAll() {
        forms.removeAll()
        pairs.removeAll()
        singles = 0
    }

    /// Counts the terms of a run of syllables.
    mutating func add(_ syllables: Syllables) {
        let keyBytes = 2 * (SyllableRecord.longestKey + FormTable.slack)
        var state = State(position: 0, previous: -1, singles: singles)
        // Most documents fit the first estimate; for the others the loop below reserves more.
        forms.reserveCapacity(forms: 2 + syllables.count / 2, bytes: keyBytes)
        pairs.reserveCapacity(for: 1 + syllables.count)
        while state.position < syllables.count {
            forms.reserveCapacity(forms: 2, bytes: keyBytes)
            pairs.reserveCapacity(for: 2)
            forms.withPointers { forms in
                pairs.withPointers { pairs in
                    NgramTally.run(syllables, from: &state, keyBytes: keyBytes, &forms, &pairs)
                }
            }
        }
        singles = state.singles
    }

    private struct State {
        var position: Int
        /// The folded form of the syllable before, or -1.
        var previous: Int
        var singles: Int
    }

    @inline(__always)
    private static func run(
        _ syllables: Syllables, from state: inout State, keyBytes: Int,
        _ forms: inout FormTable.Pointers, _ pairs: inout PairTable.Pointers
    ) {
        var (position, previous, singles) = (state.position, state.previous, state.singles)
        syllables.withPointers { records, exactKeys, foldedKeys in
            while position < syllables.count, forms.hasRoom(forms: 2, bytes: keyBytes), pairs.hasRoom {
                let record = records + position
                let exact = forms.form(
                    exactKeys + Int(record.pointee.exactOffset), Int(record.pointee.exactLength),
                    hash: record.pointee.exactHash)
                let form = forms.forms + exact
                singles &+= form.pointee.exactCount == 0 ? 1 : 0
                form.pointee.exactCount.increase(by: 1)
                var current = exact
                if record.pointee.isMarked {
                    if form.pointee.folded == 0 {
                        let folded = forms.form(
                            foldedKeys + Int(record.pointee.foldedOffset), Int(record.pointee.foldedLength),
                            hash: record.pointee.foldedHash)
                        form.pointee.folded = UInt32(truncatingIfNeeded: folded + 1)
                    }
                    current = Int(form.pointee.folded) &- 1
                    let foldedForm = forms.forms + current
                    singles &+= foldedForm.pointee.foldedCount == 0 ? 1 : 0
                    foldedForm.pointee.foldedCount.increase(by: 1)
                }
                if previous >= 0 { pairs.count(PairTable.pair(previous, current)) }
                previous = current
                position &+= 1
            }
        }
        state = State(position: position, previous: previous, singles: singles)
    }

    /// Calls a closure with each distinct term, built in `term`.
    func forEach(
        spelling term: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>, UInt32) throws -> Void
    ) rethrows {
        let capacity =
            max(prefixes.exact.count, prefixes.folded.count, prefixes.bigram.count)
            + 2 * (SyllableRecord.longestKey + FormTable.slack)
        if term.count < capacity { term.append(contentsOf: repeatElement(0, count: capacity - term.count)) }
        try term.withUnsafeMutableBufferPointer { term in
            guard let base = term.baseAddress else { return }
            var spelling = TermSpelling(term: base)
            try forms.withForms { forms, bytes in
                spelling.begin(prefixes.exact)
                for index in 0..<self.forms.count where forms[index].exactCount > 0 {
                    try body(spelling.term(forms + index, bytes), forms[index].exactCount)
                }
                spelling.begin(prefixes.folded)
                for index in 0..<self.forms.count where forms[index].foldedCount > 0 {
                    try body(spelling.term(forms + index, bytes), forms[index].foldedCount)
                }
                spelling.begin(prefixes.bigram)
                guard pairs.count > 0 else { return }
                for slot in pairs.slots[...pairs.mask] where slot.generation == pairs.generation {
                    let (first, second) = (Int(slot.pair >> 32), Int(slot.pair & 0xFFFF_FFFF))
                    try body(spelling.term(forms + first, forms + second, bytes), slot.count)
                }
            }
        }
    }
}
