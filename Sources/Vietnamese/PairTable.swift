/// A table that counts how often one form follows another in a document.
struct PairTable: Sendable {
    /// A pair of forms.
    ///
    /// `generation` says whether it belongs to the current document, so slots never have to be cleared.
    struct Slot {
        var pair: UInt64 = 0
        var generation: UInt32 = 0
        var count: UInt32 = 0
    }

    private(set) var slots: [Slot] = []
    private(set) var mask = 0
    private(set) var count = 0
    private(set) var generation: UInt32 = 1

    mutating func removeAll() {
        count = 0
        mask = 0
        if generation == .max {
            slots.removeAll()
            generation = 0
        }
        generation += 1
    }

    /// The key of a pair of forms, from their numbers.
    @inline(__always)
    static func pair(_ first: Int, _ second: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second)
    }

    /// Reserves capacity for the given number of new pairs.
    mutating func reserveCapacity(for newPairs: Int) {
        var needed = max(mask + 1, 1024)
        while (count + newPairs) * 2 > needed { needed *= 2 }
        guard needed > mask + 1 else { return }
        let kept = count == 0 ? [] : slots[...mask].filter { $0.generation == generation }
        if needed > slots.count {
            slots = [Slot](repeating: Slot(), count: needed)
        } else {
            // The used slots are anywhere below the old mask; they are inserted again.
            for index in 0...mask { slots[index].generation = 0 }
        }
        mask = needed - 1
        for old in kept {
            var slot = PairTable.firstSlot(of: old.pair) & mask
            while slots[slot].generation == generation { slot = (slot + 1) & mask }
            slots[slot] = old
        }
    }

    @inline(__always)
    private static func firstSlot(of pair: UInt64) -> Int {
        Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }

    /// Calls `body` with pointers into the table and keeps what it counts; before any memory is allocated, `body` is
    /// not called.
    @inline(__always)
    mutating func withPointers(_ body: (inout Pointers) -> Void) {
        let (mask, generation) = (mask, generation)
        var newCount = count
        slots.withUnsafeMutableBufferPointer { slots in
            guard let slots = slots.baseAddress else { return }
            var pointers = Pointers(slots: slots, mask: mask, generation: generation, count: newCount)
            body(&pointers)
            newCount = pointers.count
        }
        count = newCount
    }
}

extension PairTable {
    /// The table while pairs are counted into it.
    struct Pointers {
        let slots: UnsafeMutablePointer<Slot>
        let mask: Int
        let generation: UInt32
        var count: Int

        /// Whether another pair fits the reserved capacity.
        @inline(__always)
        var hasRoom: Bool { count &* 2 < mask }

        /// Counts one occurrence; the capacity must have been reserved.
        @inline(__always)
        mutating func count(_ pair: UInt64) {
            var slot = slots + (PairTable.firstSlot(of: pair) & mask)
            while slot.pointee.generation == generation {
                if slot.pointee.pair == pair {
                    slot.pointee.count.increase(by: 1)
                    return
                }
                slot = slots + ((slot - slots &+ 1) & mask)
            }
            slot.pointee = Slot(pair: pair, generation: generation, count: 1)
            count &+= 1
        }
    }
}
