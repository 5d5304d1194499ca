/// Words whose syllables are computed once, so that texts stored as word numbers need not be read letter by letter.
package struct KnownWords: Sendable {
    /// The hashes of one syllable's keys.
    package struct Syllable: Hashable, Sendable {
        package let exactHash: UInt64
        package let foldedHash: UInt64
    }

    /// The index of each word's first syllable among all syllables; last, the end of the last word's syllables.
    private let starts: [UInt32]
    private let all: [Syllable]
    private let numbers: [UInt64: [Int]]

    /// Computes the syllables of the given words in UTF-8.
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

    /// The number of words.
    package var count: Int { starts.count - 1 }

    /// The syllables of a word, valid where a separator follows it; empty where the word has to be read in context.
    package func syllables(of word: Int) -> ArraySlice<Syllable> { all[Int(starts[word])..<Int(starts[word + 1])] }

    /// The words with a syllable of this folded key, by its hash.
    package func words(with foldedHash: UInt64) -> [Int] { numbers[foldedHash] ?? [] }

    /// Whether a word reads the same in every context.
    ///
    /// A leading space separates it from the text before it. Digits, however, are read on past dots and commas.
    private static func isPlain(_ word: [UInt8], _ scanned: Syllables) -> Bool {
        word.first == 0x20 && !word.contains { (0x30...0x39).contains($0) }
            && scanned.last?.range.upperBound == word.count
    }
}
