/// One syllable as a scan records it: its range in the text and the offsets of its keys in the key buffers.
struct SyllableRecord {
    var exactHash: UInt64 = 0
    var foldedHash: UInt64 = 0
    var start: UInt32 = 0
    var end: UInt32 = 0
    var exactOffset: UInt32 = 0
    var foldedOffset: UInt32 = 0
    var exactLength: UInt8 = 0
    var foldedLength: UInt8 = 0
    var isMarked = false

    /// The longest key in bytes.
    static let longestKey = 60
}
