/// Finds the few syllables of a query among the many of a text by their hashes.
package struct SyllableLookup {
    /// Each in the first free slot behind its own.
    private var hashes: [UInt64]
    /// At the same places; -1 where a slot is free.
    private var values: [Int]

    /// A table with room for so many hashes.
    package init(capacity: Int) {
        var size = 64
        while size < 4 * capacity { size *= 2 }
        hashes = [UInt64](repeating: 0, count: size)
        values = [Int](repeating: -1, count: size)
    }

    /// The value of a hash.
    @inline(__always)
    package subscript(hash: UInt64) -> Int? {
        let slot = slot(of: hash)
        return values[slot] >= 0 ? values[slot] : nil
    }

    /// Gives a hash a value, 0 or more.
    package mutating func insert(_ hash: UInt64, _ value: Int) {
        let slot = slot(of: hash)
        hashes[slot] = hash
        values[slot] = value
    }

    /// Where a hash is, or would be.
    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (values.count - 1)
        while values[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & (values.count - 1) }
        return slot
    }
}
