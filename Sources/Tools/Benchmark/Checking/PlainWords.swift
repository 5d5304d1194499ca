import Foundation

/// The words of a text, which are runs of letters and digits, each as hashes of three readings.
struct PlainWords {
    /// Invisible characters that do not separate words: the soft hyphen, zero-width spaces and joiners, directional
    /// marks, the byte order mark.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}",
    ]

    /// The words as written, in lower case.
    private(set) var written: [UInt64] = []
    /// The words with the tone separated, so that its position does not matter.
    private(set) var toned: [UInt64] = []
    /// The words without marks.
    private(set) var bare: [UInt64] = []
    /// The first letters of the words without marks.
    private(set) var initials: [UInt32] = []

    /// Reads a text.
    init(_ text: String) {
        let table = LetterTable.standard
        // Only a text with combining marks has to be composed first.
        let isComposed = text.utf8.allSatisfy { $0 != 0xCC && $0 != 0xCD }
        var word = Word()
        for scalar in (isComposed ? text : text.precomposedStringWithCanonicalMapping).unicodeScalars {
            if let letter = table[scalar] {
                word.add(letter)
            } else if !PlainWords.invisible.contains(scalar) {
                end(&word)
            }
        }
        end(&word)
    }

    private mutating func end(_ word: inout Word) {
        guard let initial = word.initial else { return }
        written.append(word.written)
        word.toned = Word.mixed(word.toned, word.tone)
        toned.append(word.toned)
        bare.append(word.bare)
        initials.append(initial)
        word = Word()
    }

    /// A word being read.
    private struct Word {
        var written: UInt64 = 0xCBF2_9CE4_8422_2325
        var toned: UInt64 = 0xCBF2_9CE4_8422_2325
        var bare: UInt64 = 0xCBF2_9CE4_8422_2325
        var tone: UInt32 = 0
        var initial: UInt32?

        mutating func add(_ letter: LetterTable.Letter) {
            written = Word.mixed(written, letter.small)
            toned = Word.mixed(toned, letter.toneless)
            bare = Word.mixed(bare, letter.bare)
            tone = max(tone, letter.tone)
            if initial == nil { initial = letter.bare }
        }

        /// Mixes a letter into a hash by FNV-1a.
        static func mixed(_ hash: UInt64, _ letter: UInt32) -> UInt64 { (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    }
}
