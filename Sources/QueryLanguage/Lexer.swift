/// Splits a query into tokens.
struct Lexer {
    private let source: QuerySource
    private let names: FieldNames
    private let asYouType: Bool
    private let hasOperators: Bool
    private var position = 0
    private var read: [Token] = []

    init(_ source: QuerySource, names: FieldNames, asYouType: Bool) {
        self.source = source
        self.names = names
        self.asYouType = asYouType
        self.hasOperators = !source.isAllCapitals
    }

    mutating func tokens() throws(QueryError) -> [Token] {
        while let scalar = current {
            switch scalar {
            case "(": append(.opening, scalars: 1)
            case ")": append(.closing, scalars: 1)
            case "-": try readMinus()
            case _ where scalar.properties.isWhitespace: position += 1
            case _ where !scalar.closingQuotes.isEmpty: try readPhrase(of: nil)
            default: try readWord()
            }
        }
        return read
    }

    private var current: Unicode.Scalar? {
        position < source.scalars.count ? source.scalars[position] : nil
    }

    private mutating func append(_ kind: Token.Kind, scalars count: Int) {
        read.append(Token(kind: kind, range: source.bytes(position..<position + count)))
        position += count
    }

    private mutating func readMinus() throws(QueryError) {
        append(.minus, scalars: 1)
        let isUnfinished = asYouType && current == nil
        if !isUnfinished, current.map({ $0.properties.isWhitespace || $0 == ")" || $0 == "-" }) ?? true {
            throw minusAlone(source.bytes(position - 1..<position))
        }
    }

    private mutating func readWord() throws(QueryError) {
        let start = position
        var hasColon = false
        while let scalar = current, !scalar.endsWord {
            if scalar == ":", !hasColon {
                hasColon = true
                if let field = names.field(source.text(start..<position)) {
                    position = start
                    append(.field(field), scalars: source.scalars[start...].prefix { $0 != ":" }.count + 1)
                    return try readOperand(of: field)
                }
            }
            position += 1
        }
        try appendWord(start..<position, of: nil)
    }

    private mutating func readOperand(of field: QueryField) throws(QueryError) {
        guard let scalar = current, scalar != ")", !scalar.properties.isWhitespace else {
            if asYouType, current == nil { return }
            throw emptyValue(of: field, position..<position)
        }
        if scalar == "(" { return }
        if !scalar.closingQuotes.isEmpty { return try readPhrase(of: field) }
        let start = position
        if field.syntax == .text {
            if scalar == "-" {
                throw QueryError(
                    source.bytes(position..<position + 1), "a hyphen between a field and its word",
                    expected: "the hyphen before the field: -\(field.name):word")
            }
            while let scalar = current, !scalar.endsWord { position += 1 }
        } else {
            skipValue()
        }
        try appendWord(start..<position, of: field)
    }

    /// Skips a bare value, which may contain brackets in pairs, as names of files and pages do.
    private mutating func skipValue() {
        var open = 0
        while let scalar = current, !scalar.endsWord || scalar == "(" || (scalar == ")" && open > 0) {
            open += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
            position += 1
        }
    }

    private mutating func appendWord(_ range: Range<Int>, of field: QueryField?) throws(QueryError) {
        let bytes = source.bytes(range)
        let isStarred = source.scalars[range].last == "*"
        let body = isStarred ? range.dropLast() : range
        let isValue = field.map { $0.syntax != .text } ?? false
        if let star = source.scalars[body].firstIndex(of: "*"), body.contains(where: { source.scalars[$0] != "*" }) {
            throw QueryError(
                source.bytes(star..<star + 1), "a star inside a word", expected: "one star at the end of the word")
        }
        guard isValue ? !body.isEmpty : source.holdsText(body) else {
            if source.scalars[range].contains("*") {
                if asYouType, range.upperBound == source.scalars.count { return }
                throw QueryError(bytes, "a star without the beginning of a word", expected: "letters before the star")
            }
            if let field { throw emptyValue(of: field, range) }
            if let last = read.last, last.leansOnNext, last.range.upperBound == bytes.lowerBound {
                throw minusAlone(last.range)
            }
            // Punctuation between words, as in a pasted headline, is ignored.
            return
        }
        if isStarred { return read.append(Token(kind: .prefix(source.text(body)), range: bytes)) }
        let text = source.text(range)
        if hasOperators, field == nil, !touchesMinus(bytes) {
            if let `operator` = Token.Operator(text) {
                return read.append(Token(kind: .operator(`operator`), range: bytes))
            }
            let isUnfinished = asYouType && range.upperBound == source.scalars.count
            if text.hasPrefix("NEAR/"), !isUnfinished {
                let numbers = Token.Operator.distances
                throw QueryError(
                    bytes, "NEAR/ without a number of syllables",
                    expected: "a number from \(numbers.lowerBound) to \(numbers.upperBound), as in NEAR/5")
            }
        }
        read.append(Token(kind: .word(text), range: bytes))
    }

    private func touchesMinus(_ bytes: Range<Int>) -> Bool {
        guard let last = read.last, case .minus = last.kind else { return false }
        return last.range.upperBound == bytes.lowerBound
    }

    private mutating func readPhrase(of field: QueryField?) throws(QueryError) {
        let opening = position
        let closers = source.scalars[opening].closingQuotes
        let isValue = field.map { $0.syntax != .text } ?? false
        guard let closing = source.scalars[(opening + 1)...].firstIndex(where: closers.contains) else {
            guard asYouType else {
                throw QueryError(
                    source.bytes(opening..<opening + 1), "a quotation mark is never closed",
                    expected: "a closing \(closers[0])")
            }
            return readUnclosedPhrase(isValue: isValue)
        }
        let content = opening + 1..<closing
        position = closing + 1
        let isStarred = isValue && current == "*"
        if isStarred { position += 1 }
        let bytes = source.bytes(opening..<position)
        guard isValue ? !source.scalars[content].allSatisfy(\.properties.isWhitespace) : source.holdsText(content)
        else {
            if asYouType { return }
            throw QueryError(bytes, "nothing to look for between the quotation marks", expected: "a word")
        }
        let kind = Token.Kind.phrase(source.text(content), isStarred: isStarred)
        read.append(Token(kind: kind, range: bytes, textStart: source.offsets[content.lowerBound]))
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

    private func minusAlone(_ range: Range<Int>) -> QueryError {
        QueryError(range, "a hyphen with nothing to exclude", expected: "a word right behind the hyphen")
    }

    private func emptyValue(of field: QueryField, _ range: Range<Int>) -> QueryError {
        QueryError(
            source.bytes(range), "nothing to look for behind \(field.name):",
            expected: "\(field.syntax.operandDescription) right behind the colon")
    }
}
