package import IndexStorage
package import QueryPlanning

/// How a query was understood, and which terms it looks up.
package struct QueryExplanation: Hashable, Sendable {
    /// The parsed tree on one line, see `QueryNode.description`.
    package var tree: String
    /// The terms that have weight, as typed and the heaviest kinds first; at most `QueryExplainer.termLimit`.
    package var terms: [QueryTerm]
    /// Whether these are all the terms that have weight.
    package var hasEveryTerm: Bool
}

/// A term that adds to the weight of articles.
package struct QueryTerm: Hashable, Sendable {
    /// The kind of term.
    package var kind: TermPrefix
    /// The syllable or bigram, with the tone mark on its letter; for one typed without marks, any of its readings.
    package var text: String
    /// Whether every reading of the syllable counts.
    package var isAnyReading: Bool
    /// The number of articles in which it occurs.
    package var documentFrequency: Int
    /// The factor by which its weight is multiplied.
    package var factor: Double
}

/// Why an article has its rank.
package struct HitExplanation: Hashable, Sendable {
    /// The weight that each term adds, the heaviest first; terms that add nothing are omitted.
    package var terms: [TermWeight]
    /// The weight of the article's postings.
    package var weight: Double
    /// The weight as a share of the highest weight of any article.
    package var share: Double
    /// How close together and in which order the words occur; nil if that was not determined.
    package var proximity: ProximityScore?

    /// The weight that one term adds.
    package struct TermWeight: Hashable, Sendable {
        /// The kind of term.
        package var kind: TermPrefix
        /// The term as in `QueryTerm`.
        package var text: String
        /// Its weight in this article, the factor included.
        package var weight: Double
    }
}
