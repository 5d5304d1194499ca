package import JSON

/// What a facet's list leaves out, and what its counts are worth.
package struct FacetRest: Hashable, Sendable {
    /// How many values are not listed, for lists of names are cut to the most frequent.
    package var values: Int
    /// How many articles have one of those.
    package var articles: Int
    /// How many articles have no value.
    package var without: Int
    /// Whether every article of the total was counted; otherwise there are at least so many.
    package var relation: SearchTotalRelation

    /// What is left out.
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
