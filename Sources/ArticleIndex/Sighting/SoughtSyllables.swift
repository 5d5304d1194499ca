import Vietnamese

/// The syllables of a query, made ready to be found in texts by their hashes.
struct SoughtSyllables {
    /// Folded hashes, each in the first free place behind its own; 0 where there is none.
    private var slots: [UInt64]
    /// The common words that have one of these syllables.
    private(set) var marks = WordCoding.Marks.none

    /// The syllables that some typed ones may stand for.
    init(_ syllables: some Collection<TypedSyllable>) {
        var size = 64
        while size < 4 * syllables.count { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        for syllable in syllables {
            var slot = Int(truncatingIfNeeded: syllable.foldedHash) & (size - 1)
            while slots[slot] != 0, slots[slot] != syllable.foldedHash { slot = (slot + 1) & (size - 1) }
            slots[slot] = syllable.foldedHash
            for word in WordCoding.knownWords.words(with: syllable.foldedHash) { marks.mark(word) }
        }
    }

    /// Whether a syllable with this folded key is sought.
    @inline(__always)
    func contains(_ foldedHash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: foldedHash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == foldedHash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }
}
