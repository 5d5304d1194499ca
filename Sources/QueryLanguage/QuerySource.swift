/// A query as scalars, each with its offset in UTF-8 bytes.
struct QuerySource {
    let scalars: [Unicode.Scalar]
    /// The byte offset of each scalar, and last the query's length.
    let offsets: [Int]

    init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        var offsets = [0]
        var offset = 0
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            offset += UTF8.width(scalar)
            offsets.append(offset)
        }
        (self.scalars, self.offsets) = (scalars, offsets)
    }

    /// The query's length in bytes.
    var length: Int { offsets[scalars.count] }

    /// The last scalar boundary at or before a byte.
    func boundary(atOrBefore byte: Int) -> Int {
        offsets.last { $0 <= byte } ?? 0
    }

    /// The text of a run of scalars.
    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }

    /// The bytes of a run of scalars.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<offsets[range.upperBound]
    }

    /// Whether a run of scalars has a letter or a digit, and thus something that can be searched.
    func holdsText(_ range: Range<Int>) -> Bool {
        scalars[range].contains(where: \.isLetterOrDigit)
    }

    /// Whether the scalar at a place is a letter or a digit.
    func holdsText(at place: Int) -> Bool {
        place < scalars.count && scalars[place].isLetterOrDigit
    }

    /// Whether a letter or a digit stands right before a place, with whatever marks.
    func holdsText(before place: Int) -> Bool {
        scalars[..<place].last { !$0.isMark }?.isLetterOrDigit ?? false
    }

    /// The runs without white space in a run of scalars.
    func words(_ range: Range<Int>) -> [Range<Int>] {
        scalars[range].split(whereSeparator: \.properties.isWhitespace).map(\.indices)
    }

    /// Whether a field's value can begin at a place.
    func hasValue(at place: Int) -> Bool {
        place < scalars.count && scalars[place] != ")" && !scalars[place].properties.isWhitespace
    }

    /// Whether the scalar at a place is a star of a word; several side by side are none, except in a value.
    func isStar(_ place: Int, in word: Range<Int>, aloneUnless isValue: Bool) -> Bool {
        func isStar(_ place: Int) -> Bool { word.contains(place) && scalars[place] == "*" }
        return isStar(place) && (isValue || !isStar(place - 1) && !isStar(place + 1))
    }

    /// Whether all letters of the query, except those of operators, are capitals.
    ///
    /// For a query without other letters (`1945 OR 1954`) it is false.
    var isAllCapitals: Bool {
        if scalars.contains(where: { $0.properties.generalCategory == .lowercaseLetter }) { return false }
        // A mark belongs to its letter; otherwise a decomposed word would be split.
        return scalars.split { !$0.isLetterOrDigit && !$0.isMark }.contains { run in
            let word = String(String.UnicodeScalarView(run))
            return run.contains(where: \.isCapital) && Token.Operator(word) == nil
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar can be part of a word's text: a letter, a digit or another number.
    var isLetterOrDigit: Bool {
        isASCII
            ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
            : properties.isAlphabetic || properties.numericType != nil
    }

    /// Whether the scalar is a capital letter or a title-case letter (with a small iota or second half).
    fileprivate var isCapital: Bool {
        properties.generalCategory == .uppercaseLetter || properties.generalCategory == .titlecaseLetter
    }

    /// Whether the scalar is a combining mark, and thus part of the letter or sign before it.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}

extension String {
    /// Whether a sign ends the text: neither a letter nor a digit, whatever marks it carries (`>` with U+0338 is `≯`).
    var endsInPunctuation: Bool {
        unicodeScalars.last { !$0.isMark }.map { !$0.isLetterOrDigit } ?? false
    }
}
