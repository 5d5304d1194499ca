package import CivilTime

/// One node of a query's tree, with its range in the query.
package struct QueryNode: Hashable, Sendable {
    /// The kind of a node.
    package indirect enum Kind: Hashable, Sendable {
        /// Every article; exclusions are subtracted from it where the query has nothing else. Its range is empty.
        case everything
        /// A run of characters without white space, as typed; it may contain several syllables, which then must be
        /// adjacent (`TP.HCM`).
        case word(String)
        /// Exactly this run of syllables, as typed between the quotes.
        case phrase(String)
        /// Words that begin with this text, without the star. With `asYouType`, the last word is one of these, unless
        /// punctuation or white space ends it or it is excluded.
        case prefix(String)
        /// Articles that every node matches. Never fewer than two nodes.
        case all([QueryNode])
        /// Articles that at least one node matches. Never fewer than two nodes.
        case any([QueryNode])
        /// Words, phrases and prefixes near each other, in any order: within a span of the text that is at most
        /// `distance` syllables longer than their total length. Never fewer than two nodes.
        case near([QueryNode], distance: Int)
        /// Articles that the node does not match.
        case not(QueryNode)
        /// The node, searched in one text field (`title:`) instead of the whole article.
        case within(field: String, QueryNode)
        /// A field whose whole value is this (`id:`, `source:`, `ref:`), or begins with it where `isPrefix`.
        case value(field: String, String, isPrefix: Bool)
        /// Articles published on the given days.
        case dates(DayRange)
    }

    /// The kind of this node.
    package var kind: Kind
    /// The range of UTF-8 bytes in the query that this node was read from.
    package var range: Range<Int>

    /// Creates a node read from a range of UTF-8 bytes of the query.
    package init(_ kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}
