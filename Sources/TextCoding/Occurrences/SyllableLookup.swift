/// Finds the few syllables of a query among the many of a text by their hashes.
package struct SyllableLookup {
    /// The hashes, each in the first free slot from its own on.
    private var hashes: [UInt64]
    /// The values of the same slots; -1 for a free slot.
    private var values: [Int]

    /// Creates a table with capacity for the given number of hashes.
    package init(capacity: Int) {
        var size = 64
        while size < 4 * capacity { size *= 2 }
        hashes = [UInt64](repeating: 0, count: size)
        values = [Int](repeating: -1, count: size)
    }

    /// Returns the value of a hash.
    @inline(__always)
    package subscript(hash: UInt64) -> Int? {
        let slot = slot(of: hash)
        return values[slot] >= 0 ? values[slot] : nil
    }

    /// Sets the value of a hash, which must be 0 or more.
    package mutating func insert(_ hash: UInt64, _ value: Int) {
        let slot = slot(of: hash)
        hashes[slot] = hash
        values[slot] = value
    }

    /// Returns the slot of a hash, or the one in which it would be inserted.
    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (values.count - 1)
        while values[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & (values.count - 1) }
        return slot
    }
}
