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

extension FacetRest: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        values = try fields.required("values")
        articles = try fields.required("articles")
        without = try fields.required("without")
        relation = try fields.required("relation")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("values", values)
            writer.field("articles", articles)
            writer.field("without", without)
            writer.field("relation", relation)
        }
    }
}
