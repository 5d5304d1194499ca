/// How often each term stands in one document.
///
/// A hash table over one run of bytes. Empty it with `removeAll()` for the next document: it keeps its memory.
package struct NgramCounter: Sendable {
    /// Open addressing: the upper half of a term's hash above the number of its entry counted from 1; 0 is free.
    var slots: [UInt64]
    /// How many slots are in use by the table, a power of two; the rest waits for larger documents.
    var slotCount = NgramCounter.smallest
    var entries: [TermEntry] = []
    /// The terms, end to end, with room behind them.
    var bytes: [UInt8] = []
    var bytesUsed = 0
    /// The prefixes of the current call of `add`, each padded so that eight bytes can be copied at a time.
    var prefixBytes: [UInt8] = []
    /// Counts the calls of `add`.
    var run: UInt32 = 0

    /// How many distinct terms were counted.
    package private(set) var count = 0

    static let smallest = 4096

    /// No terms yet.
    package init() {
        slots = [UInt64](repeating: 0, count: NgramCounter.smallest)
    }

    /// Forgets every term and keeps the memory.
    package mutating func removeAll() {
        clearSlots(NgramCounter.smallest)
        (count, bytesUsed, run) = (0, 0, 0)
    }

    /// Counts the terms that a run of syllables gives.
    ///
    /// For each syllable: the exact term; the folded term where the two keys differ; the bigram with the next syllable,
    /// two folded keys with a space between them.
    package mutating func add(_ syllables: Syllables, prefixes: NgramPrefixes) {
        prepare(prefixes)
        let lengths = (prefixes.exact.count, prefixes.folded.count, prefixes.bigram.count)
        let room = lengths.0 + lengths.1 + lengths.2 + 5 * SyllableScanner.keyRoom
        let (currentRun, padded) = (run, prefixBytes)
        var position = 0
        while position < syllables.count {
            makeRoom(terms: 3, bytes: room)
            position = withTable { table in
                padded.withUnsafeBufferPointer { padded in
                    guard let padded = padded.baseAddress else { return Int.max }
                    let tally = SyllableTally(
                        exact: .init(bytes: padded, length: lengths.0),
                        folded: .init(bytes: padded + lengths.0 + KeyHash.slack, length: lengths.1),
                        bigram: .init(bytes: padded + lengths.0 + lengths.1 + 2 * KeyHash.slack, length: lengths.2),
                        room: room, run: currentRun)
                    return tally.count(syllables, from: position, in: &table)
                }
            }
        }
    }

    /// Counts a term of any other sort.
    package mutating func add(term: some Collection<UInt8>, count: UInt32) {
        makeRoom(terms: 1, bytes: term.count + SyllableScanner.keyRoom)
        _ = withTable { table in
            var length = 0
            for byte in term {
                table.tail[length] = byte
                length += 1
            }
            return table.count(hash: KeyHash.hash(table.tail, length), length: length, by: count)
        }
    }

    /// Hands out each distinct term with its count, in the order first met.
    ///
    /// - Parameter body: Called once a term; the bytes hold only until it returns.
    /// - Throws: What `body` throws, at once.
    package func forEach(_ body: (UnsafeBufferPointer<UInt8>, UInt32) throws -> Void) rethrows {
        try bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<count {
                let entry = entries[index]
                let term = bytes[entry.offset..<entry.offset + entry.length]
                try body(UnsafeBufferPointer(rebasing: term), entry.count)
            }
        }
    }
}

extension NgramCounter {
    private mutating func prepare(_ prefixes: NgramPrefixes) {
        run &+= 1
        prefixBytes.removeAll(keepingCapacity: true)
        for prefix in [prefixes.exact, prefixes.folded, prefixes.bigram] {
            prefixBytes.append(contentsOf: prefix)
            prefixBytes.append(contentsOf: repeatElement(0, count: KeyHash.slack))
        }
    }

    private mutating func clearSlots(_ newCount: Int) {
        slotCount = newCount
        if slots.count < newCount {
            slots = [UInt64](repeating: 0, count: newCount)
        } else {
            slots.withUnsafeMutableBufferPointer { $0[..<newCount].update(repeating: 0) }
        }
    }

    /// Makes room for this many new terms and bytes.
    private mutating func makeRoom(terms: Int, bytes newBytes: Int) {
        if count + terms > entries.count {
            let added = Swift.max(entries.count, 2048)
            entries.append(contentsOf: repeatElement(TermEntry(), count: added))
        }
        if bytesUsed + newBytes > bytes.count {
            let added = Swift.max(bytes.count, newBytes, 1 << 15)
            bytes.append(contentsOf: repeatElement(0, count: added))
        }
        if (count + terms) * 2 > slotCount {
            clearSlots(slotCount * 4)
            let mask = slotCount - 1
            for index in 0..<count {
                let hash = entries[index].hash
                var slot = Int(truncatingIfNeeded: hash) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = hash & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: index + 1)
            }
        }
    }

    /// Lends the table as pointers and takes over what was counted; the result of `body`, or the largest integer where
    /// there is no memory to lend.
    @inline(__always)
    private mutating func withTable(_ body: (inout TermTable) -> Int) -> Int {
        let mask = slotCount - 1
        let (oldCount, oldBytesUsed) = (count, bytesUsed)
        let limits = (entries: Swift.min(entries.count, slotCount / 2), bytes: bytes.count)
        let (result, newCount, newBytesUsed) = slots.withUnsafeMutableBufferPointer { slots in
            entries.withUnsafeMutableBufferPointer { entries in
                bytes.withUnsafeMutableBufferPointer { bytes in
                    guard let slots = slots.baseAddress, let entries = entries.baseAddress,
                        let bytes = bytes.baseAddress
                    else { return (Int.max, oldCount, oldBytesUsed) }
                    var table = TermTable(
                        slots: slots, entries: entries, bytes: bytes, mask: mask, entryLimit: limits.entries,
                        byteLimit: limits.bytes, count: oldCount, bytesUsed: oldBytesUsed)
                    let result = body(&table)
                    return (result, table.count, table.bytesUsed)
                }
            }
        }
        (count, bytesUsed) = (newCount, newBytesUsed)
        return result
    }
}
