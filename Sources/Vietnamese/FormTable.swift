/// One distinct key of a document, exact or folded.
package struct Form {
    package var hash: UInt64 = 0
    /// The offset of the key's bytes in the table's bytes.
    package var offset = 0
    package var length: UInt32 = 0
    /// The number of occurrences of the key as an exact key.
    var exactCount: UInt32 = 0
    /// The number of its occurrences as the folded key of a marked syllable.
    var foldedCount: UInt32 = 0
    /// The form of the folded key that belongs to this exact key, counted from 1; 0 until it is looked up.
    package var folded: UInt32 = 0
}

/// The distinct keys of a document, numbered in the order found: a hash table with open addressing over one byte
/// buffer.
struct FormTable: Sendable {
    /// The slots: the upper half holds the upper half of a key's hash, the lower half its form's number counted from 1;
    /// 0 is free.
    private var slots: [UInt64] = []
    /// The number of slots in use, a power of two; the rest is reserved for larger documents.
    private var slotCount = 0
    private(set) var forms: [Form] = []
    private(set) var count = 0
    private(set) var bytes: [UInt8] = []
    private var bytesUsed = 0

    /// The capacity in bytes that a caller of `Pointers.form` needs, in addition to the key's length.
    static let slack = 2 * KeyHash.slack

    mutating func removeAll() {
        clearSlots(min(slots.count, 1024))
        (count, bytesUsed) = (0, 0)
    }

    /// Reserves capacity for the given numbers of new forms and bytes.
    mutating func reserveCapacity(forms newForms: Int, bytes newBytes: Int) {
        if count + newForms > forms.count {
            forms.append(contentsOf: repeatElement(Form(), count: max(forms.count, newForms, 1024)))
        }
        if bytesUsed + newBytes > bytes.count {
            bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, newBytes, 1 << 13)))
        }
        var needed = max(slotCount, 1024)
        while (count + newForms) * 2 > needed { needed *= 2 }
        if needed > slotCount { rehash(needed) }
    }

    private mutating func rehash(_ newCount: Int) {
        clearSlots(newCount)
        let mask = newCount - 1
        for index in 0..<count {
            let hash = forms[index].hash
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = hash & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: index + 1)
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

    /// Calls a closure with the forms and their bytes; `KeyHash.slack` bytes past every key are readable.
    @inline(__always)
    func withForms(_ body: (UnsafePointer<Form>, UnsafePointer<UInt8>) throws -> Void) rethrows {
        try forms.withUnsafeBufferPointer { forms in
            try bytes.withUnsafeBufferPointer { bytes in
                guard let forms = forms.baseAddress, let bytes = bytes.baseAddress else { return }
                try body(forms, bytes)
            }
        }
    }

    /// Calls `body` with pointers into the table and keeps what it adds; before any memory is allocated, `body` is not
    /// called.
    @inline(__always)
    mutating func withPointers(_ body: (inout Pointers) -> Void) {
        let mask = slotCount - 1
        let limits = (forms: min(forms.count, slotCount / 2), bytes: bytes.count)
        var (newCount, newBytesUsed) = (count, bytesUsed)
        slots.withUnsafeMutableBufferPointer { slots in
            forms.withUnsafeMutableBufferPointer { forms in
                bytes.withUnsafeMutableBufferPointer { bytes in
                    guard let slots = slots.baseAddress, let forms = forms.baseAddress, let bytes = bytes.baseAddress
                    else { return }
                    var pointers = Pointers(
                        slots: slots, forms: forms, bytes: bytes, mask: mask, formLimit: limits.forms,
                        byteLimit: limits.bytes, count: newCount, bytesUsed: newBytesUsed)
                    body(&pointers)
                    (newCount, newBytesUsed) = (pointers.count, pointers.bytesUsed)
                }
            }
        }
        (count, bytesUsed) = (newCount, newBytesUsed)
    }
}

extension FormTable {
    /// The table while keys are added to it.
    struct Pointers {
        let slots: UnsafeMutablePointer<UInt64>
        let forms: UnsafeMutablePointer<Form>
        let bytes: UnsafeMutablePointer<UInt8>
        let mask: Int
        let formLimit: Int
        let byteLimit: Int
        var count: Int
        var bytesUsed: Int

        /// Whether the given numbers of new forms and bytes fit the reserved capacity.
        @inline(__always)
        func hasRoom(forms: Int, bytes: Int) -> Bool {
            count &+ forms <= formLimit && bytesUsed &+ bytes <= byteLimit
        }

        /// The number of the form with this key, which is added if it is new.
        ///
        /// The capacity must have been reserved, and `KeyHash.slack` bytes past the key must be readable.
        @inline(__always)
        mutating func form(_ key: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> Int {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while true {
                let content = slots[slot]
                if content == 0 { break }
                if (content ^ hash) >> 32 == 0 {
                    let index = Int(truncatingIfNeeded: content & 0xFFFF_FFFF) &- 1
                    let form = forms + index
                    if form.pointee.length == UInt32(truncatingIfNeeded: length),
                        KeyHash.areEqual(bytes + form.pointee.offset, key, length)
                    {
                        return index
                    }
                }
                slot = (slot &+ 1) & mask
            }
            let index = count
            count &+= 1
            slots[slot] = hash & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: count)
            forms[index] = Form(hash: hash, offset: bytesUsed, length: UInt32(truncatingIfNeeded: length))
            (bytes + bytesUsed).update(from: key, count: length)
            bytesUsed &+= length
            return index
        }
    }
}

extension UInt32 {
    /// Adds with saturation at the largest count.
    @inline(__always)
    mutating func increase(by occurrences: UInt32) {
        let (sum, overflow) = addingReportingOverflow(occurrences)
        self = overflow ? .max : sum
    }
}
