/// What to search for: a tree of plain values, made into Xapian's own objects when a search runs.
///
/// A search refuses a tree of more than `maximumDepth` levels.
package indirect enum Query: Hashable, Sendable {
    /// Every document.
    case matchAll
    /// No document.
    case matchNothing
    /// The documents with a term; it weighs as if it stood in the query so many times.
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
    /// Documents that match any of the few queries that can weigh most, as `or` of a good choice.
    case elite([Query], count: UInt32)
    /// Documents that match the first query and not the second, which weighs nothing.
    case andNot(Query, Query)
    /// Documents that match both, weighted by the first alone.
    case filter(Query, by: Query)
    /// Documents that match the first, heavier where they match the second as well.
    case andMaybe(Query, Query)
    /// What the query matches, with its weight multiplied by a factor, which is finite and not negative.
    case scaled(Query, Double)
    /// Documents with a value from `low` to `high`, both included, in byte order; it weighs nothing.
    ///
    /// A document without a value is never in a range.
    case valueRange(slot: UInt32, low: [UInt8], high: [UInt8])
    /// Documents with a value not below this one; every document where it has no bytes.
    case valueAtLeast(slot: UInt32, [UInt8])
    /// Documents with a value not above this one.
    case valueAtMost(slot: UInt32, [UInt8])
    /// Documents with a term that begins with these bytes; see `PrefixExpansion`.
    case prefix([UInt8], PrefixExpansion)
    /// Documents with any term at all that begins with these bytes; it weighs nothing.
    ///
    /// They are gathered before the search begins, which takes time in proportion to the terms and their postings.
    case anyTerm(beginning: [UInt8])

    /// How many levels of queries within queries a search accepts.
    package static let maximumDepth = 200

    /// The documents with a term, which is the text's UTF-8 bytes as they are.
    package static func term(_ text: String, frequency: UInt32 = 1) -> Query {
        .term(Array(text.utf8), frequency: frequency)
    }
}

/// Which terms a prefix stands for, and how they weigh.
package struct PrefixExpansion: Hashable, Sendable {
    /// At most so many terms, of all databases that are opened as one; at least 1.
    package var limit: UInt32
    /// What to do when there are more.
    package var overflow: Overflow
    /// How the terms weigh together.
    package var combination: Combination

    /// An expansion; by default the most frequent terms, weighing as one.
    package init(limit: UInt32, overflow: Overflow = .mostFrequent, combination: Combination = .synonym) {
        self.limit = limit
        self.overflow = overflow
        self.combination = combination
    }

    /// What to do when more terms have the prefix than the limit allows.
    package enum Overflow: Hashable, Sendable {
        /// Take those of the most documents; every term with the prefix is read for it.
        case mostFrequent
        /// Take the first ones in byte order.
        case first
        /// Throw `tooManyTerms`.
        case error
    }

    /// How the terms weigh.
    package enum Combination: Hashable, Sendable {
        /// As one term.
        case synonym
        /// As the sum of the terms that a document holds.
        case or
        /// As the heaviest of the terms that a document holds.
        case maximum
    }
}
