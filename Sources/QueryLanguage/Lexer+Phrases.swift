extension Lexer {
    /// Reads the phrase that a quotation mark opens at the current position, in a field or in the whole article.
    ///
    /// - Returns: Whether anything was read; false where no quotation mark opens a phrase here.
    /// - Throws: `QueryError` where a field or an exclusion has no phrase behind it, because the mark is never closed or
    ///   nothing stands before the closing one.
    mutating func readPhrase(of field: QueryField?) throws(QueryError) -> Bool {
        guard let mark = current else { return false }
        if mark.opensSingleQuotation { return readSinglePhrase(of: field) }
        guard mark.opensQuotation else { return false }
        let opening = position
        let isBound = field != nil || touchesMinus(source.bytes(opening..<opening + 1))
        // Behind a number it stands for inches.
        if !isBound, source.holdsText(before: opening), !source.holdsText(at: opening + 1) { return false }
        guard let closing = closing(of: mark, from: opening + 1) else {
            if asYouType {
                readUnclosedPhrase(isValue: field?.takesValue ?? false)
                return true
            }
            guard isBound else { return false }
            throw QueryError(
                source.bytes(opening..<opening + 1), "a quotation mark is never closed",
                expected: "a closing \(mark.usualClosingQuote)")
        }
        guard !append(opening + 1..<closing, of: field) else { return true }
        guard asYouType || !isBound else {
            throw QueryError(
                source.bytes(opening..<position), "nothing to look for between the quotation marks", expected: "a word")
        }
        // What closes nothing may open the next phrase, as in “"Một hai" ba”.
        if !isBound, source.holdsText(at: closing + 1) { position = opening + 1 }
        return true
    }

    /// Reads a phrase of several words in single quotation marks; around one word they ask for nothing.
    private mutating func readSinglePhrase(of field: QueryField?) -> Bool {
        let opening = position
        guard !source.holdsText(before: opening), let mark = current,
            let closing = closing(of: mark, from: opening + 1),
            source.words(opening + 1..<closing).filter({ source.holdsText($0) }).count > 1
        else { return false }
        return append(opening + 1..<closing, of: field)
    }

    /// The place of the mark that closes a quotation.
    private mutating func closing(of mark: Unicode.Scalar, from start: Int) -> Int? {
        guard !unclosedMarks.contains(mark) else { return nil }
        let isSingle = mark.opensSingleQuotation
        let found = source.scalars[start...].indices.first { place in
            // A single one before a letter is an apostrophe.
            source.scalars[place].closesQuotation(openedBy: mark) && !(isSingle && source.holdsText(at: place + 1))
        }
        if found == nil { unclosedMarks.insert(mark) }
        return found
    }

    /// Appends the phrase between two quotation marks, and moves behind the closing one.
    ///
    /// - Returns: Whether there is anything to look for between them.
    private mutating func append(_ content: Range<Int>, of field: QueryField?) -> Bool {
        let isValue = field?.takesValue ?? false
        position = content.upperBound + 1
        let isStarred = isValue && current == "*"
        if isStarred { position += 1 }
        guard isValue ? !source.words(content).isEmpty : source.holdsText(content) else { return false }
        let kind = Token.Kind.phrase(source.text(content), isStarred: isStarred)
        let bytes = source.bytes(content.lowerBound - 1..<position)
        read.append(Token(kind: kind, range: bytes, textStart: source.offsets[content.lowerBound]))
        return true
    }

    /// Reads the rest of an unfinished query after an open quotation mark: as plain words, and as one unit for a token
    /// attached to it.
    private mutating func readUnclosedPhrase(isValue: Bool) {
        let opening = position
        position = source.scalars.count
        let content = opening + 1..<position
        if isValue {
            guard source.holdsText(content) else { return }
            let kind = Token.Kind.phrase(source.text(content), isStarred: true)
            let bytes = source.bytes(opening..<position)
            return read.append(Token(kind: kind, range: bytes, textStart: source.offsets[content.lowerBound]))
        }
        let quote = source.bytes(opening..<opening + 1)
        if let last = read.last, last.leansOnNext, last.range.upperBound == quote.lowerBound {
            read.append(Token(kind: .opening, range: quote))
        }
        for run in source.scalars[content].indices.split(whereSeparator: { source.scalars[$0].endsWord }) {
            let range = run.startIndex..<run.endIndex
            guard source.holdsText(range) else { continue }
            read.append(Token(kind: .word(source.text(range)), range: source.bytes(range)))
        }
    }
}
