/// The keys of the table of postings, in the order in which they stand in it.
///
/// Keys that begin with a zero byte and one of `C0`, `D0`, `D8` and `E0` are the database's own; a zero byte in a term is followed
/// by `FF`, so that no term runs into them.
enum GlassKey {
    /// A value stored beside the documents.
    static func metadata(_ name: String) -> [UInt8] { [0, 0xC0] + name.utf8 }

    /// How many documents have a value in a slot, and its bounds.
    static func valueStatistics(slot: UInt32) -> [UInt8] {
        var key: [UInt8] = [0, 0xD0]
        var rest = slot
        while rest > 0 {
            key.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        return key
    }

    /// A run of values of a slot, from a document on.
    static func values(slot: UInt32, from document: UInt32, into key: inout ByteSink) {
        key.removeAll()
        key.append([0, 0xD8])
        key.pack(slot)
        key.packSortable(document)
    }

    /// The lengths of documents; the first run of them has no number behind it.
    static let lengths: [UInt8] = [0, 0xE0]

    /// A term with each zero byte marked.
    static func escape(_ term: UnsafeBufferPointer<UInt8>, into key: inout ByteSink) {
        key.removeAll()
        for byte in term {
            key.append(byte)
            if byte == 0 { key.append(0xFF) }
        }
    }
}
