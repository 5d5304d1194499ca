internal import CivilTime

/// Builds a query's tree from its tokens, by recursive descent.
struct TreeBuilder {
    private let tokens: [Token]
    private let source: QuerySource
    private let today: Day
    private let asYouType: Bool
    private var index = 0
    private var depth = 0
    private var nodeCount = 0
    private var isExcluding = false

    init(_ tokens: [Token], source: QuerySource, today: Day, asYouType: Bool) {
        self.tokens = tokens
        self.source = source
        self.today = today
        self.asYouType = asYouType
    }

    mutating func query() throws(QueryError) -> QueryNode {
        guard !tokens.isEmpty else {
            let isBlank = source.scalars.allSatisfy(\.properties.isWhitespace)
            throw QueryError.empty(
                length: source.length, isBlank ? "the query is empty" : "the query holds no letter or digit",
                expected: "a word")
        }
        let node = try alternatives(of: nil, after: nil)
        if let token = current {
            throw QueryError(token.range, "a closing bracket that nothing opened", expected: "an opening ( before it")
        }
        return node
    }

    private var current: Token? { index < tokens.count ? tokens[index] : nil }

    // conjunction { OR conjunction }
    private mutating func alternatives(of field: QueryField?, after opening: Token?) throws(QueryError) -> QueryNode {
        var parts = [try conjunction(of: field, after: opening)]
        while let token = current, token.operator == .or {
            index += 1
            parts.append(try conjunction(of: field, after: token))
        }
        if parts.count == 1 { return parts[0] }
        return try make(.any(parts), parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound)
    }

    // exclusion { [AND] exclusion }
    private mutating func conjunction(of field: QueryField?, after before: Token?) throws(QueryError) -> QueryNode {
        var parts = [try exclusion(of: field, after: before)]
        while let token = current, !token.isClosing, token.operator != .or {
            if token.isNear {
                throw QueryError(
                    token.range, "NEAR behind something that is excluded",
                    expected: "the exclusion of all of it: NOT (word NEAR word)")
            }
            if token.operator == .and {
                index += 1
                parts.append(try exclusion(of: field, after: token))
            } else {
                if let field, field.syntax != .text, token.operator != .not {
                    throw QueryError(
                        token.range, "two values of \(field.name): side by side",
                        expected: "OR between them, or quotation marks around a value with spaces")
                }
                parts.append(try exclusion(of: field, after: nil))
            }
        }
        let range = parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound
        if parts.allSatisfy(\.isExclusion) {
            let start = range.lowerBound
            parts.insert(try make(.everything, start..<start), at: 0)
        }
        return parts.count == 1 ? parts[0] : try make(.all(parts), range)
    }

    // { NOT } ( "-" operand | proximity )
    private mutating func exclusion(of field: QueryField?, after before: Token?) throws(QueryError) -> QueryNode {
        guard let token = current, !token.isClosing, token.operator == nil || token.operator == .not else {
            throw missingOperand(after: before)
        }
        let isNot = token.operator == .not
        var isMinus = false
        if case .minus = token.kind { isMinus = true }
        guard isNot || isMinus else { return try proximity(of: field) }
        index += 1
        // The lexer may have dropped an empty pair of quotation marks after the hyphen.
        if isMinus, current?.range.lowerBound != token.range.upperBound {
            throw QueryError(
                token.range, "a hyphen with nothing to exclude", expected: "a word right behind the hyphen")
        }
        try descend(token)
        isExcluding.toggle()
        let inner = isNot ? try exclusion(of: field, after: token) : try operand(of: field)
        isExcluding.toggle()
        depth -= 1
        let range = token.range.lowerBound..<inner.range.upperBound
        if case .not(let node) = inner.kind { return QueryNode(node.kind, range: range) }
        return try make(.not(inner), range)
    }

    // operand { NEAR operand }
    private mutating func proximity(of field: QueryField?) throws(QueryError) -> QueryNode {
        var parts = [try operand(of: field)]
        var distance: Int?
        while let token = current, case .near(let number, _) = token.operator {
            if let distance, distance != number {
                throw QueryError(
                    token.range, "two distances for words that stand near each other",
                    expected: "NEAR/\(distance) here as well")
            }
            distance = number
            index += 1
            guard let next = current, !next.isClosing, next.operator == nil else { throw missingOperand(after: token) }
            parts.append(try operand(of: field))
        }
        guard let distance else { return parts[0] }
        if let part = parts.first(where: { !$0.mayStandNear }) {
            throw QueryError(
                part.range, "NEAR beside something else than a word or a phrase",
                expected: "a word or a phrase on either side of NEAR")
        }
        let range = parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound
        return try make(.near(parts, distance: distance), range)
    }

    // word | phrase | group | field ( value | group )
    private mutating func operand(of context: QueryField?) throws(QueryError) -> QueryNode {
        guard let token = current else { throw missingOperand(after: nil) }
        guard case .field(let field) = token.kind else {
            return token.isOpening ? try group(of: context) : try leaf(of: context)
        }
        if let context {
            throw QueryError(
                token.range, "the field \(field.name): inside the brackets of \(context.name):",
                expected: context.syntax.operandDescription)
        }
        index += 1
        guard let next = current, next.range.lowerBound == token.range.upperBound, !next.isClosing else {
            let end = token.range.upperBound
            throw QueryError(
                end..<end, "nothing to look for behind \(field.name):",
                expected: "\(field.syntax.operandDescription) right behind the colon")
        }
        let inner = next.isOpening ? try group(of: field) : try leaf(of: field)
        let range = token.range.lowerBound..<inner.range.upperBound
        guard field.syntax == .text else { return QueryNode(inner.kind, range: range) }
        return try make(.within(field: field.name, inner), range)
    }

    private mutating func group(of field: QueryField?) throws(QueryError) -> QueryNode {
        let opening = tokens[index]
        index += 1
        try descend(opening)
        if let token = current, token.isClosing {
            throw QueryError(
                opening.range.lowerBound..<token.range.upperBound, "nothing between the brackets", expected: "a word")
        }
        let node = try alternatives(of: field, after: opening)
        guard let closing = current else {
            throw QueryError(opening.range, "a bracket is never closed", expected: "a closing )")
        }
        index += 1
        depth -= 1
        return QueryNode(node.kind, range: opening.range.lowerBound..<closing.range.upperBound)
    }

    private mutating func leaf(of field: QueryField?) throws(QueryError) -> QueryNode {
        let token = tokens[index]
        let isUnfinished = asYouType && !isExcluding && token.range.upperBound == source.length
        guard let leaf = Leaf(token) else { throw missingOperand(after: nil) }
        index += 1
        let kind = try leaf.kind(of: field, at: token, isUnfinished: isUnfinished, today: today)
        return try make(kind, token.range)
    }

    private func missingOperand(after token: Token?) -> QueryError {
        if let token, let `operator` = token.operator {
            return QueryError(
                token.range, "\(`operator`.text) with nothing behind it",
                expected: "a word behind \(`operator`.text)")
        }
        if let token, token.isOpening, current == nil {
            return QueryError(token.range, "a bracket is never closed", expected: "a closing )")
        }
        guard let token = current else {
            return QueryError(source.length..<source.length, "the query breaks off", expected: "a word")
        }
        if let `operator` = token.operator {
            return QueryError(
                token.range, "\(`operator`.text) with nothing before it",
                expected: "a word before \(`operator`.text)")
        }
        return token.isClosing
            ? QueryError(token.range, "a closing bracket that nothing opened", expected: "an opening ( before it")
            : QueryError(token.range, "nothing to look for", expected: "a word")
    }

    private mutating func descend(_ token: Token) throws(QueryError) {
        depth += 1
        guard depth > QueryParser.maximumDepth else { return }
        throw QueryError(
            token.range, "brackets and exclusions stand too deep in each other",
            expected: "at most \(QueryParser.maximumDepth) levels")
    }

    private mutating func make(_ kind: QueryNode.Kind, _ range: Range<Int>) throws(QueryError) -> QueryNode {
        nodeCount += 1
        guard nodeCount > QueryParser.maximumNodes else { return QueryNode(kind, range: range) }
        throw QueryError(
            range, "the query has too many parts", expected: "at most \(QueryParser.maximumNodes) words and operators")
    }
}

extension QueryNode {
    fileprivate var mayStandNear: Bool {
        switch kind {
        case .word, .phrase, .prefix: true
        default: false
        }
    }

    fileprivate var isExclusion: Bool {
        if case .not = kind { true } else { false }
    }
}
