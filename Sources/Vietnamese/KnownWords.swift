/// Words whose syllables are worked out once, so that texts that are kept as numbers of words are not read letter by letter.
package struct KnownWords: Sendable {
    /// The keys of one syllable, by their hashes.
    package struct Syllable: Hashable, Sendable {
        package let exactHash: UInt64
        package let foldedHash: UInt64
    }

    /// Where the syllables of each word begin among all, and where those of the last one end.
    private let starts: [UInt32]
    private let all: [Syllable]
    private let numbers: [UInt64: [Int]]

    /// Works out the syllables of some words in UTF-8.
    package init(_ words: [[UInt8]]) {
        var all: [Syllable] = []
        var numbers: [UInt64: [Int]] = [:]
        var scanned = Syllables()
        var starts: [UInt32] = []
        for (number, word) in words.enumerated() {
            starts.append(UInt32(truncatingIfNeeded: all.count))
            word.withUnsafeBufferPointer { scanned.scan($0) }
            guard KnownWords.isPlain(word, scanned) else { continue }
            for index in scanned.indices {
                all.append(Syllable(exactHash: scanned.exactHash(at: index), foldedHash: scanned.foldedHash(at: index)))
                numbers[scanned.foldedHash(at: index), default: []].append(number)
            }
        }
        self.starts = starts + [UInt32(truncatingIfNeeded: all.count)]
        self.all = all
        self.numbers = numbers
    }

    /// How many words there are.
    package var count: Int { starts.count - 1 }

    /// The syllables of a word wherever something that ends a syllable follows it; none where it has to be read in its place.
    package func syllables(of word: Int) -> ArraySlice<Syllable> { all[Int(starts[word])..<Int(starts[word + 1])] }

    /// The words with a syllable of this folded key, by its hash.
    package func words(with foldedHash: UInt64) -> [Int] { numbers[foldedHash] ?? [] }

    /// Whether a word reads the same wherever it stands.
    ///
    /// A blank in front keeps off what stands before it. But digits are read on past dots and commas.
    private static func isPlain(_ word: [UInt8], _ scanned: Syllables) -> Bool {
        word.first == 0x20 && !word.contains { (0x30...0x39).contains($0) }
            && scanned.last?.range.upperBound == word.count
    }
}
