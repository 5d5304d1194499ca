/// Splits a query into tokens.
///
/// What belongs to no word, field, operator or exclusion asks for nothing, so that pasted text asks for its words.
struct Lexer {
    let source: QuerySource
    let asYouType: Bool
    var position = 0
    var read: [Token] = []
    /// The opening quotation marks that nothing closes from the current position on.
    var unclosedMarks: Set<Unicode.Scalar> = []
    private let names: FieldNames
    private let hasOperators: Bool
    /// The fields' names behind which no value stands, read as words; with the place where a value would stand.
    private var namesAlone: [(field: QueryField, end: Int)] = []

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
            case "-": readHyphens()
            case _ where scalar.properties.isWhitespace: position += 1
            default:
                if try readPhrase(of: nil) { continue }
                if scalar.endsWord { position += 1 } else { try readWord() }
            }
        }
        if !asYouType, let name = namesAlone.first, namesAlone.count == read.count {
            throw emptyValue(of: name.field, name.end..<name.end)
        }
        return read
    }

    var current: Unicode.Scalar? {
        position < source.scalars.count ? source.scalars[position] : nil
    }

    private mutating func append(_ kind: Token.Kind, scalars count: Int) {
        read.append(Token(kind: kind, range: source.bytes(position..<position + count)))
        position += count
    }

    /// Reads a hyphen that excludes what follows it; any other asks for nothing, as a dash does.
    private mutating func readHyphens() {
        let start = position
        while current == "-" { position += 1 }
        guard position == start + 1, source.mayExclude(at: start) else { return }
        position = start
        append(.minus, scalars: 1)
    }

    private mutating func readWord() throws(QueryError) {
        let start = position
        var hasColon = false
        while let scalar = current, !scalar.endsWord {
            if scalar == ":", !hasColon {
                hasColon = true
                if let field = names.field(source.text(start..<position)) {
                    if source.hasValue(at: position + 1) || asYouType && position + 1 == source.scalars.count {
                        position = start
                        append(.field(field), scalars: source.scalars[start...].prefix { $0 != ":" }.count + 1)
                        return try readOperand(of: field)
                    }
                    guard !touchesMinus(source.bytes(start..<position)) else {
                        throw emptyValue(of: field, position + 1..<position + 1)
                    }
                    namesAlone.append((field, position + 1))
                }
            }
            position += 1
        }
        try appendWord(start..<position, of: nil)
    }

    private mutating func readOperand(of field: QueryField) throws(QueryError) {
        guard let scalar = current, scalar != "(" else { return }
        if try readPhrase(of: field) { return }
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
        let isValue = field?.takesValue ?? false
        guard field != nil || source.holdsText(range) else { return try skipSigns(range) }
        let isStarred = source.isStar(range.upperBound - 1, in: range, aloneUnless: isValue)
        let body = isStarred ? range.dropLast() : range
        if let star = body.first(where: { source.isStar($0, in: range, aloneUnless: isValue) }),
            body.contains(where: { source.scalars[$0] != "*" })
        {
            throw QueryError(
                source.bytes(star..<star + 1), "a star inside a word", expected: "one star at the end of the word")
        }
        guard isValue ? !body.isEmpty : source.holdsText(body) else {
            if source.scalars[range].contains("*") { return try refuseStar(range) }
            if let field { throw emptyValue(of: field, range) }
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

    /// Skips a run of signs, as punctuation in a pasted headline; a hyphen right before it excludes nothing.
    private mutating func skipSigns(_ range: Range<Int>) throws(QueryError) {
        guard let last = read.last, last.range.upperBound == source.offsets[range.lowerBound], !last.isOpening else {
            return
        }
        if source.isStar(range.lowerBound, in: range, aloneUnless: false) { return try refuseStar(range) }
        if case .minus = last.kind { read.removeLast() }
    }

    private func refuseStar(_ range: Range<Int>) throws(QueryError) {
        if asYouType, range.upperBound == source.scalars.count { return }
        throw QueryError(
            source.bytes(range), "a star without the beginning of a word", expected: "letters before the star")
    }

    func touchesMinus(_ bytes: Range<Int>) -> Bool {
        guard let last = read.last, case .minus = last.kind else { return false }
        return last.range.upperBound == bytes.lowerBound
    }

    private func emptyValue(of field: QueryField, _ range: Range<Int>) -> QueryError {
        QueryError(
            source.bytes(range), "nothing to look for behind \(field.name):",
            expected: "\(field.syntax.operandDescription) right behind the colon")
    }
}
