import Xapian

/// A part of a query in both its forms: its postings and its predicate.
struct QueryPart {
    /// The postings, weighted.
    var query: Query
    /// The condition on an article's own words.
    var predicate: ArticlePredicate
    /// Whether the postings contain only articles that satisfy the predicate; otherwise candidates have to be checked.
    var isExact: Bool
    /// Whether the postings contain every such article; a beginning with very many words is cut to the most frequent.
    var isWhole = true
    /// Postings that only add to the score.
    var bonus: [Query] = []

    /// Returns the conjunction of all parts; nil if there are no parts.
    static func all(_ parts: [QueryPart]) -> QueryPart? {
        combined(parts, query: { .and($0) }, predicate: { .all($0) })
    }

    /// Returns the disjunction of all parts; nil if there are no parts.
    static func any(_ parts: [QueryPart]) -> QueryPart? {
        combined(parts, query: { .or($0) }, predicate: { .any($0) })
    }

    /// The negation of the part; it adds to no score.
    var negated: QueryPart {
        let isDecided = isExact && isWhole
        return QueryPart(
            query: isExact ? .andNot(.matchAll, query) : .matchAll, predicate: .not(predicate), isExact: isDecided)
    }

    private static func combined(
        _ parts: [QueryPart], query: ([Query]) -> Query, predicate: ([ArticlePredicate]) -> ArticlePredicate
    ) -> QueryPart? {
        guard parts.count > 1 else { return parts.first }
        return QueryPart(
            query: query(parts.map(\.query)), predicate: predicate(parts.map(\.predicate)),
            isExact: parts.allSatisfy(\.isExact), isWhole: parts.allSatisfy(\.isWhole), bonus: parts.flatMap(\.bonus))
    }
}
