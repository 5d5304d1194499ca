internal import CivilTime

/// A word, a prefix or a phrase, before its field is known.
enum Leaf {
    case word(String)
    case prefix(String)
    case phrase(String, isStarred: Bool)

    /// Creates the leaf of a token; nil where the token is not one.
    init?(_ token: Token) {
        switch token.kind {
        case .word(let text): self = .word(text)
        case .prefix(let text): self = .prefix(text)
        case .phrase(let text, let isStarred): self = .phrase(text, isStarred: isStarred)
        default: return nil
        }
    }

    /// The query node for the leaf in a field, or in the whole article where the field is nil.
    func kind(
        of field: QueryField?, at token: Token, isUnfinished: Bool, today: Day
    ) throws(QueryError) -> QueryNode.Kind {
        switch field?.syntax {
        case nil, .text: textKind(isUnfinished: isUnfinished)
        case .value: valueKind(of: field?.name ?? "", isUnfinished: isUnfinished)
        case .dates: .dates(try days(for: .on, at: token, today: today))
        case .since: .dates(try days(for: .since, at: token, today: today))
        case .until: .dates(try days(for: .until, at: token, today: today))
        case .before: .dates(try days(for: .before, at: token, today: today))
        }
    }

    private func textKind(isUnfinished: Bool) -> QueryNode.Kind {
        switch self {
        case .word(let text):
            // After a full stop or a comma the word is complete.
            isUnfinished && !text.endsInPunctuation ? .prefix(text) : .word(text)
        case .prefix(let text): .prefix(text)
        case .phrase(let text, _): .phrase(text)
        }
    }

    private func valueKind(of field: String, isUnfinished: Bool) -> QueryNode.Kind {
        switch self {
        case .word(let text): .value(field: field, text, isPrefix: isUnfinished)
        case .prefix(let text): .value(field: field, text, isPrefix: true)
        case .phrase(let text, let isStarred): .value(field: field, text, isPrefix: isStarred)
        }
    }

    private func days(for use: DateExpression.Use, at token: Token, today: Day) throws(QueryError) -> DayRange {
        let text: String
        switch self {
        case .prefix, .phrase(_, isStarred: true):
            throw QueryError(token.range, "a star behind a date", expected: "the date without a star")
        case .word(let date), .phrase(let date, isStarred: false): text = date
        }
        do {
            return try DateExpression.days(of: text, for: use, today: today)
        } catch {
            throw QueryError(
                error.column + token.textStart..<error.column + error.length + token.textStart, error.message,
                expected: error.expected)
        }
    }
}
