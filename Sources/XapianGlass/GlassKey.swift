/// The keys of the table of postings, in the order in which they occur in it.
///
/// Keys that begin with a zero byte and one of `C0`, `D0`, `D8` and `E0` are the database's own. A zero byte in a term
/// is followed by `FF`, so that no term collides with them.
enum GlassKey {
    /// Returns the key of a metadata value.
    static func metadata(_ name: String) -> [UInt8] { [0, 0xC0] + name.utf8 }

    /// Returns the key of a slot's statistics: the number of documents with a value in it, and the bounds of the
    /// values.
    static func valueStatistics(slot: UInt32) -> [UInt8] {
        var key: [UInt8] = [0, 0xD0]
        var rest = slot
        while rest > 0 {
            key.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        return key
    }

    /// Appends the key of a run of values of a slot that starts at a document.
    static func values(slot: UInt32, from document: UInt32, into key: inout ByteSink) {
        key.removeAll()
        key.append([0, 0xD8])
        key.pack(slot)
        key.packSortable(document)
    }

    /// The key of the documents' lengths; the first run of them has no document number after it.
    static let lengths: [UInt8] = [0, 0xE0]

    /// Appends a term in which each zero byte is escaped.
    static func escape(_ term: UnsafeBufferPointer<UInt8>, into key: inout ByteSink) {
        key.removeAll()
        for byte in term {
            key.append(byte)
            if byte == 0 { key.append(0xFF) }
        }
    }
}
