import Xapian

/// A part of a query in both its forms: as postings and as what it means.
struct QueryPart {
    /// The postings, weighted.
    var query: Query
    /// What the part says of an article's own words.
    var predicate: ArticlePredicate
    /// Whether the postings hold only articles that the predicate holds for; otherwise candidates have to be checked.
    var isExact: Bool
    /// Whether the postings hold every such article; a beginning with very many words is cut to the most frequent.
    var isWhole = true
    /// Postings that only add to the score.
    var bonus: [Query] = []

    /// What every part asks for at once; nil for no parts.
    static func all(_ parts: [QueryPart]) -> QueryPart? {
        combined(parts, query: { .and($0) }, predicate: { .all($0) })
    }

    /// What at least one part asks for; nil for no parts.
    static func any(_ parts: [QueryPart]) -> QueryPart? {
        combined(parts, query: { .or($0) }, predicate: { .any($0) })
    }

    /// What the part does not ask for; it adds to no score.
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
