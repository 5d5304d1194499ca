import Vietnamese

extension WordCoding {
    /// The common words, with their syllables; made when the first text is cut.
    static let knownWords = KnownWords(CommonWords.all)

    /// What is to be done with each common word where something that ends a syllable follows it, by its number.
    struct Marks {
        /// How many syllables the word has, and `marked` where it is to be noted; 0 where it is always read in its place.
        private(set) var ofWords: [UInt8]

        static let marked: UInt8 = 0x80

        /// No word is marked.
        static let none = Marks(
            ofWords: (0..<knownWords.count).map { UInt8(truncatingIfNeeded: knownWords.syllables(of: $0).count) })

        /// Marks a word, which is to have known syllables.
        mutating func mark(_ word: Int) { ofWords[word] |= Marks.marked }
    }

    /// A text cut into common words and what stands between them.
    struct CutText {
        /// The text between words, in stretches that end with blanks; what has neither a letter nor a digit is left out.
        fileprivate(set) var between: [UInt8] = []
        /// The stretches, each from its first byte on.
        fileprivate(set) var stretches: [Place] = []
        /// The words that were marked.
        fileprivate(set) var marked: [(word: Int, place: Place)] = []
        /// How many syllables the common words have.
        fileprivate(set) var syllables = 0

        /// A place in the text.
        struct Place {
            /// Bytes of `between` before it.
            let byte: Int
            /// Syllables of common words before it.
            let syllables: Int
        }
    }

    /// Cuts coded bytes into common words and the text between them; false where they are damaged.
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
            // So many that the last letter is not taken for the end of the whole text, which is read more slowly.
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
                // Only what cannot begin a character is written so.
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

    /// What a byte begins.
    private enum ByteClass: UInt8 {
        /// Stands for itself and ends a syllable.
        case separator
        /// A letter or digit of ASCII.
        case letter
        /// A longer character, which may be a letter.
        case character
        case escape
        case code

        /// Whether it stands for itself and may be part of a syllable.
        var isText: Bool { self == .letter || self == .character }

        /// Whether it ends the syllable before it whatever follows: every word begins with a blank.
        var endsSyllable: Bool { self == .separator || self == .code }

        /// By byte.
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
