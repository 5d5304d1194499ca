/// A distinct term of a document.
struct TermEntry {
    var hash: UInt64 = 0
    /// Where the term's bytes begin.
    var offset = 0
    var length = 0
    var count: UInt32 = 0
    /// For an exact term: the entry of the same syllable's folded term.
    var folded: UInt32 = 0
    /// The call of `NgramCounter.add` that `folded` holds for.
    var foldedRun: UInt32 = 0
}

/// The hash table of `NgramCounter`, as pointers, while terms are counted into it.
///
/// A term to be counted is first written at `tail`; if it is new it stays there.
struct TermTable {
    let slots: UnsafeMutablePointer<UInt64>
    let entries: UnsafeMutablePointer<TermEntry>
    let bytes: UnsafeMutablePointer<UInt8>
    let mask: Int
    let entryLimit: Int
    let byteLimit: Int
    var count: Int
    var bytesUsed: Int

    /// Where the next new term begins.
    @inline(__always)
    var tail: UnsafeMutablePointer<UInt8> { bytes + bytesUsed }

    /// Whether so many new terms with so many bytes can be counted without making room.
    @inline(__always)
    func hasRoom(terms: Int, bytes: Int) -> Bool {
        count &+ terms <= entryLimit && bytesUsed &+ bytes <= byteLimit
    }

    /// Counts the term that is written at `tail` and returns the number of its entry.
    @inline(__always)
    mutating func count(hash: UInt64, length: Int, by occurrences: UInt32) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let content = slots[slot]
            if content == 0 { break }
            if (content ^ hash) >> 32 == 0 {
                let index = Int(truncatingIfNeeded: content & 0xFFFF_FFFF) &- 1
                let entry = entries + index
                if entry.pointee.length == length, KeyHash.areEqual(bytes + entry.pointee.offset, tail, length) {
                    increase(index, by: occurrences)
                    return index
                }
            }
            slot = (slot &+ 1) & mask
        }
        let index = count
        count &+= 1
        slots[slot] = hash & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: count)
        entries[index] = TermEntry(hash: hash, offset: bytesUsed, length: length, count: occurrences)
        bytesUsed &+= length
        return index
    }

    /// Counts more occurrences of a term; the count stops at the largest that can be told.
    @inline(__always)
    func increase(_ index: Int, by occurrences: UInt32) {
        let (sum, overflow) = entries[index].count.addingReportingOverflow(occurrences)
        entries[index].count = overflow ? .max : sum
    }
}
