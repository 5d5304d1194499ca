/// A query as a tree of plain values, which is converted to Xapian's own objects when a search runs.
///
/// A search refuses a tree of more than `maximumDepth` levels.
package indirect enum Query: Hashable, Sendable {
    /// Every document.
    case matchAll
    /// No document.
    case matchNothing
    /// Documents with a term; its weight is that of a term with the given frequency in the query.
    case term([UInt8], frequency: UInt32 = 1)
    /// Documents that match every query; none for an empty list.
    case and([Query])
    /// Documents that match any query.
    case or([Query])
    /// Documents that match an odd number of the queries.
    case exclusiveOr([Query])
    /// Documents that match any query, weighted as if the queries were one term.
    case synonym([Query])
    /// Documents that match any query, each with the weight of the heaviest that it matches.
    case maximum([Query])
    /// Documents that match any of the queries that can weigh most, `count` of them: `or` of a good selection.
    case elite([Query], count: UInt32)
    /// Documents that match the first query and not the second, which does not affect the weight.
    case andNot(Query, Query)
    /// Documents that match both queries, weighted by the first alone.
    case filter(Query, by: Query)
    /// Documents that match the first query, with a higher weight if they also match the second.
    case andMaybe(Query, Query)
    /// Documents that match the query, with their weight multiplied by a factor, which is finite and not negative.
    case scaled(Query, Double)
    /// Documents with a value from `low` to `high`, both included, in byte order, without weight.
    ///
    /// A document without a value is never in a range.
    case valueRange(slot: UInt32, low: [UInt8], high: [UInt8])
    /// Documents with a value of at least this one; every document if it is empty.
    case valueAtLeast(slot: UInt32, [UInt8])
    /// Documents with a value of at most this one.
    case valueAtMost(slot: UInt32, [UInt8])
    /// Documents with a term that begins with these bytes; see `PrefixExpansion`.
    case prefix([UInt8], PrefixExpansion)
    /// Documents with any term that begins with these bytes, without weight.
    ///
    /// They are collected before the search begins, which takes time in proportion to the terms and their postings.
    case anyTerm(beginning: [UInt8])

    /// The maximum number of levels of nested queries in a search.
    package static let maximumDepth = 200

    /// Documents with a term, which is the text's unchanged UTF-8 bytes.
    package static func term(_ text: String, frequency: UInt32 = 1) -> Query {
        .term(Array(text.utf8), frequency: frequency)
    }
}

/// The selection of the terms with a prefix, and the combination of their weights.
package struct PrefixExpansion: Hashable, Sendable {
    /// The maximum number of terms, in all databases that are opened as one; at least 1.
    package var limit: UInt32
    /// The action when there are more terms.
    package var overflow: Overflow
    /// The combination of the terms' weights.
    package var combination: Combination

    /// Creates an expansion; by default of the most frequent terms, weighted as one.
    package init(limit: UInt32, overflow: Overflow = .mostFrequent, combination: Combination = .synonym) {
        self.limit = limit
        self.overflow = overflow
        self.combination = combination
    }

    /// The action when more terms have the prefix than the limit allows.
    package enum Overflow: Hashable, Sendable {
        /// Use the terms that occur in the most documents; this reads every term with the prefix.
        case mostFrequent
        /// Use the first ones in byte order.
        case first
        /// Throw `tooManyTerms`.
        case error
    }

    /// The combination of the terms' weights.
    package enum Combination: Hashable, Sendable {
        /// The terms are weighted as one term.
        case synonym
        /// The sum of the weights of the terms that a document contains.
        case or
        /// The highest weight of the terms that a document contains.
        case maximum
    }
}
