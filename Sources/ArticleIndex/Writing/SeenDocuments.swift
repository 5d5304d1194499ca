import Xapian

/// A set of document numbers, one bit each: what an indexing run has met of one file.
struct SeenDocuments {
    private var words: [UInt64] = []

    mutating func insert(_ document: DocumentID) {
        let word = Int(document / 64)
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] |= 1 << UInt64(document % 64)
    }

    func contains(_ document: DocumentID) -> Bool {
        let word = Int(document / 64)
        return word < words.count && words[word] & (1 << UInt64(document % 64)) != 0
    }
}
