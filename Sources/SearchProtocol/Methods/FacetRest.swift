package import JSON

/// The counts that a facet's list leaves out, and whether its counts are exact.
package struct FacetRest: Hashable, Sendable {
    /// The number of values that are not listed, because lists of names are cut to the most frequent.
    package var values: Int
    /// The number of articles with one of those.
    package var articles: Int
    /// The number of articles without a value.
    package var without: Int
    /// Whether every article of the total was counted; otherwise the counts are lower bounds.
    package var relation: SearchTotalRelation

    /// Creates the rest of a facet.
    package init(values: Int, articles: Int, without: Int, relation: SearchTotalRelation) {
        self.values = values
        self.articles = articles
        self.without = without
        self.relation = relation
    }
}

extension FacetRest: JSONRecord {
    package static var blank: FacetRest { FacetRest(values: 0, articles: 0, without: 0, relation: .exact) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("values", &values)
        try visitor.required("articles", &articles)
        try visitor.required("without", &without)
        try visitor.required("relation", &relation)
    }
}
