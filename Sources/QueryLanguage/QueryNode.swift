package import CivilTime

/// One node of a query's tree, with the place in the query that it was read from.
package struct QueryNode: Hashable, Sendable {
    /// What a node asks for.
    package indirect enum Kind: Hashable, Sendable {
        /// Every article; what exclusions are taken from where nothing else is asked for. Its range is empty.
        case everything
        /// A run of characters without white space, as typed; it may hold several syllables, which then stand side by side (`TP.HCM`).
        case word(String)
        /// Exactly this run of syllables, as typed between the quotes.
        case phrase(String)
        /// Words that begin like this; the star is not part of the text. The last word `asYouType` is one of these, unless
        /// punctuation or white space ends it or it is excluded.
        case prefix(String)
        /// Articles that every node matches. Never fewer than two nodes.
        case all([QueryNode])
        /// Articles that at least one node matches. Never fewer than two nodes.
        case any([QueryNode])
        /// Words, phrases and beginnings that stand near each other, in any order: in one stretch of a text that is at
        /// most `distance` syllables longer than they are together. Never fewer than two nodes.
        case near([QueryNode], distance: Int)
        /// Articles that the node does not match.
        case not(QueryNode)
        /// The node, looked for in one text field (`title:`) instead of the whole article.
        case within(field: String, QueryNode)
        /// A field whose whole value is this (`id:`, `source:`, `ref:`), or begins with it where `isPrefix`.
        case value(field: String, String, isPrefix: Bool)
        /// Articles published on these days.
        case dates(DayRange)
    }

    /// What this node asks for.
    package var kind: Kind
    /// UTF-8 bytes of the query that this node was read from.
    package var range: Range<Int>

    /// A node read from a range of UTF-8 bytes of the query.
    package init(_ kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}
