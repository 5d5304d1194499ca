import Xapian

/// The space that the posting lists of one kind of term take up in the table, by glass's own layout.
struct TermSpace {
    /// The number of distinct terms.
    private(set) var terms = 0
    /// The number of terms that occur in one article only.
    private(set) var lonely = 0
    /// The number of postings.
    private(set) var postings = 0
    /// The size of the keys in bytes, with the table's overhead for each entry.
    private(set) var keyBytes = 0
    /// The size of the posting lists in bytes.
    private(set) var listBytes = 0

    /// The total size in bytes.
    var bytes: Int { keyBytes + listBytes }

    /// The size in bytes at which glass begins another chunk of a posting list.
    private static let chunk = 2_000
    /// The bytes that a B-tree's leaf has for an entry besides its key: its offset, its length, its key's length, its
    /// kind.
    private static let entry = 2 + 2 + 1 + 1

    /// Adds the posting list of a term.
    mutating func add(_ term: [UInt8], _ list: [Posting]) {
        terms += 1
        if list.count == 1 { lonely += 1 }
        postings += list.count
        let occurrences = list.reduce(0) { $0 + Int($1.frequency) }
        keyBytes += TermSpace.entry + term.count
        var size = TermSpace.packed(list.count) + TermSpace.packed(occurrences)
        size += TermSpace.packed(Int(list[0].document)) + TermSpace.head(of: list.count)
        var last = list[0].document
        for (place, posting) in list.enumerated() {
            if size >= TermSpace.chunk {
                listBytes += size
                keyBytes += TermSpace.entry + term.count + 2 + TermSpace.packed(Int(posting.document))
                size = TermSpace.head(of: list.count)
            } else if place > 0 {
                size += TermSpace.packed(Int(posting.document - last) - 1)
            }
            size += TermSpace.packed(Int(posting.frequency))
            last = posting.document
        }
        listBytes += size
    }

    /// The size of a chunk's header: whether it is the last, and the range that it covers.
    private static func head(of count: Int) -> Int { 1 + (count > 1 ? 2 : 1) }

    private static func packed(_ number: Int) -> Int { max(1, (Int.bitWidth - number.leadingZeroBitCount + 6) / 7) }
}
