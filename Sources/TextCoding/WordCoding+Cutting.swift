import Vietnamese

extension WordCoding {
    /// The common words with their syllables, computed when the first text is cut.
    static let knownWords = KnownWords(CommonWords.all)

    /// For each common word, by number, what to do with it if something that ends a syllable follows it.
    struct Marks {
        /// The word's number of syllables, and `marked` if its occurrences are reported; 0 if it is always scanned as
        /// text.
        private(set) var ofWords: [UInt8]

        static let marked: UInt8 = 0x80

        /// The value with no word marked.
        static let none = Marks(
            ofWords: (0..<knownWords.count).map { UInt8(truncatingIfNeeded: knownWords.syllables(of: $0).count) })

        /// Marks a word whose syllables must be known.
        mutating func mark(_ word: Int) { ofWords[word] |= Marks.marked }
    }

    /// A text cut into common words and the text between them.
    struct CutText {
        /// The text between words, in stretches that end with spaces; stretches without a letter or digit are omitted.
        fileprivate(set) var between: [UInt8] = []
        /// The start of each stretch.
        fileprivate(set) var stretches: [Place] = []
        /// The occurrences of marked words.
        fileprivate(set) var marked: [(word: Int, place: Place)] = []
        /// The number of syllables in the common words.
        fileprivate(set) var syllables = 0

        /// A position in the text.
        struct Place {
            /// The number of bytes of `between` before it.
            let byte: Int
            /// The number of syllables of common words before it.
            let syllables: Int
        }
    }

    /// Cuts coded bytes into common words and the text between them, and returns false if the bytes are damaged.
    static func cut(_ coded: UnsafeBufferPointer<UInt8>, _ marks: Marks, into text: inout CutText) -> Bool {
        text.between.removeAll(keepingCapacity: true)
        text.stretches.removeAll(keepingCapacity: true)
        text.marked.removeAll(keepingCapacity: true)
        text.syllables = 0
        guard let source = coded.baseAddress else { return true }
        return marks.ofWords.withUnsafeBufferPointer { marks in
            ByteClass.ofAll.withUnsafeBufferPointer { classes in
                cut(source, coded.count, marks, classes, into: &text)
            }
        }
    }

    private static func cut(
        _ source: UnsafePointer<UInt8>, _ count: Int, _ marks: UnsafeBufferPointer<UInt8>,
        _ classes: UnsafeBufferPointer<ByteClass>, into text: inout CutText
    ) -> Bool {
        var (place, syllables) = (0, 0)
        var isInStretch = false
        func endStretch() {
            guard isInStretch else { return }
            // Enough spaces that the last letter is not taken for the end of the whole text, which is read more slowly.
            for _ in 0..<4 { text.between.append(blank) }
            isInStretch = false
        }
        func append(_ bytes: UnsafeBufferPointer<UInt8>) {
            if !isInStretch { text.stretches.append(CutText.Place(byte: text.between.count, syllables: syllables)) }
            isInStretch = true
            text.between.append(contentsOf: bytes)
        }
        while place < count {
            let byteClass = classes[Int(source[place])]
            if byteClass == .code {
                guard let (word, end) = word(UnsafeBufferPointer(start: source, count: count), at: place),
                    word < marks.count
                else { return false }
                let mark = marks[word]
                place = end
                if mark != 0, place == count || classes[Int(source[place])].endsSyllable {
                    endStretch()
                    if mark >= Marks.marked {
                        text.marked.append((word, CutText.Place(byte: text.between.count, syllables: syllables)))
                    }
                    syllables &+= Int(mark & ~Marks.marked)
                } else {
                    CommonWords.all[word].withUnsafeBufferPointer(append)
                }
                continue
            }
            if byteClass == .escape {
                // Only a byte that cannot begin a character is escaped.
                guard place + 1 < count, source[place + 1] >= 0x80 else { return false }
                append(UnsafeBufferPointer(start: source + place + 1, count: 1))
                place += 2
                continue
            }
            let start = place
            var mayHoldSyllables = false
            while place < count {
                let byteClass = classes[Int(source[place])]
                if byteClass == .separator {
                    place &+= 1
                    continue
                }
                guard byteClass.isText else { break }
                mayHoldSyllables = true
                place &+= byteClass == .letter ? 1 : characterLength(source[place])
            }
            guard place <= count else { return false }
            if mayHoldSyllables {
                append(UnsafeBufferPointer(start: source + start, count: place - start))
            } else {
                endStretch()
            }
        }
        endStretch()
        text.syllables = syllables
        return true
    }

    /// The meaning of a byte at the beginning of a code or character.
    private enum ByteClass: UInt8 {
        /// A byte that represents itself and ends a syllable.
        case separator
        /// An ASCII letter or digit.
        case letter
        /// The beginning of a longer character, which may be a letter.
        case character
        case escape
        case code

        /// Whether the byte represents itself and may be part of a syllable.
        var isText: Bool { self == .letter || self == .character }

        /// Whether the byte always ends the syllable before it: every word begins with a space.
        var endsSyllable: Bool { self == .separator || self == .code }

        /// The class of each byte value.
        static let ofAll: [ByteClass] = (0...255).map { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                .letter
            case 0..<0x80: .separator
            case WordCoding.escape: .escape
            default: WordCoding.characterLength(byte) > 0 ? .character : .code
            }
        }
    }
}
