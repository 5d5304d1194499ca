import Vietnamese

/// The plain words at the end of the typed query; the fields, phrases and operators before them are left unchanged.
struct TypedTail {
    /// The text before the plain words, verbatim.
    let head: String
    /// The plain words.
    let text: String
    /// Their syllables.
    let syllables: [TypedSyllable]
    /// The range of each syllable in `text`, in UTF-8 bytes.
    let ranges: [Range<Int>]
    /// Whether the last syllable may be continued.
    let isUnfinished: Bool

    /// The maximum number of syllables considered.
    private static let longest = 12

    /// Splits a query; a word with characters other than letters, digits and points ends the plain tail.
    init(_ query: String) {
        let bytes = Array(query.utf8)
        var start = bytes.count
        var position = bytes.count
        while position > 0 {
            var wordStart = position
            while wordStart > 0, bytes[wordStart - 1] != 0x20 { wordStart -= 1 }
            let word = bytes[wordStart..<position]
            let isOperator = ["AND", "OR", "NOT"].contains { word.elementsEqual($0.utf8) }
            if isOperator || TypedTail.excludes(word) || word.contains(where: TypedTail.ends) {
                // An opening bracket or quotation mark is not part of the word after it.
                if let last = word.lastIndex(where: { TypedTail.opens($0) }), !isOperator,
                    !word[(last + 1)...].contains(where: TypedTail.ends), last + 1 < position
                {
                    start = last + 1
                }
                break
            }
            start = wordStart
            while wordStart > 0, bytes[wordStart - 1] == 0x20 { wordStart -= 1 }
            position = wordStart
        }
        let kept = Array(bytes[start...])
        head = String(decoding: bytes[..<start], as: UTF8.self)
        text = String(decoding: kept, as: UTF8.self)
        let found = Syllables(text)
        let typed = TypedSyllable.all(in: text)
        syllables = typed.count <= TypedTail.longest ? typed : []
        ranges = syllables.isEmpty ? [] : found.indices.map { found.range(at: $0) }
        isUnfinished = ranges.last?.upperBound == kept.count && !kept.isEmpty
    }

    /// Whether a word begins with a hyphen that excludes it; hyphens alone are punctuation.
    private static func excludes(_ word: ArraySlice<UInt8>) -> Bool {
        word.first == UInt8(ascii: "-") && word.contains { $0 != UInt8(ascii: "-") }
    }

    private static func ends(_ byte: UInt8) -> Bool { "\":()*".utf8.contains(byte) }
    private static func opens(_ byte: UInt8) -> Bool { "\"(".utf8.contains(byte) }

    /// Returns the whole query with other syllables; a syllable without a new spelling stays as typed.
    ///
    /// - Parameters:
    ///   - spellings: for each syllable, its new spelling or nil.
    ///   - next: a syllable to add at the end.
    /// - Returns: the query.
    func replacing(_ spellings: [String?], adding next: String? = nil) -> String {
        let changes = spellings.enumerated().compactMap { index, spelling in
            spelling.map { (index..<index + 1, $0) }
        }
        let result = replacing(changes)
        guard let next else { return result }
        return result + (result.last == " " ? "" : " ") + next
    }

    /// Returns the whole query with other spellings of runs of syllables; what stands between those of a run is left out.
    func replacing(_ changes: [(syllables: Range<Int>, spelling: String)]) -> String {
        let bytes = Array(text.utf8)
        var (result, end) = (head, 0)
        for (syllables, spelling) in changes {
            let range = ranges[syllables.lowerBound].lowerBound..<ranges[syllables.upperBound - 1].upperBound
            result += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
            let isCapital = String(decoding: bytes[range], as: UTF8.self).first?.isUppercase == true
            result += isCapital ? spelling.prefix(1).uppercased() + spelling.dropFirst() : spelling
            end = range.upperBound
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }
}
