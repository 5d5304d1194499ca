package import IndexStorage
package import QueryPlanning

/// What a query was understood as, and which terms it looks up.
package struct QueryExplanation: Hashable, Sendable {
    /// The parsed tree on one line, see `QueryNode.description`.
    package var tree: String
    /// The terms that weigh, the heaviest kinds first as typed; at most `QueryExplainer.termLimit`.
    package var terms: [QueryTerm]
    /// Whether these are all the terms that weigh.
    package var hasEveryTerm: Bool
}

/// A term that adds to the weight of articles.
package struct QueryTerm: Hashable, Sendable {
    /// The kind of term.
    package var kind: TermPrefix
    /// The syllable or bigram, with the mark of its tone on its letter; for one typed without marks any reading.
    package var text: String
    /// Whether every reading of the syllable counts.
    package var isAnyReading: Bool
    /// In how many articles it occurs.
    package var documentFrequency: Int
    /// What its weight is multiplied by.
    package var factor: Double
}

/// Why an article stands where it does.
package struct HitExplanation: Hashable, Sendable {
    /// What each term adds to the weight, the heaviest first; those that add nothing are left out.
    package var terms: [TermWeight]
    /// The weight of the article's postings.
    package var weight: Double
    /// The weight as a share of the heaviest article's.
    package var share: Double
    /// How near and in which order the words stand; nil where that was not looked at.
    package var proximity: ProximityScore?

    /// What one term adds.
    package struct TermWeight: Hashable, Sendable {
        /// The kind of term.
        package var kind: TermPrefix
        /// The term as in `QueryTerm`.
        package var text: String
        /// Its weight in this article, the factor included.
        package var weight: Double
    }
}
