package import JSON

/// The interpretation of a query, and the terms that it looks up.
package struct ExplainedQuery: Hashable, Sendable {
    /// The parsed tree on one line.
    package var tree: String
    /// The terms that add to the weight.
    package var terms: [ExplainedTerm]
    /// Whether `terms` has only the first of more terms.
    package var hasMoreTerms: Bool

    /// Creates an explained query.
    package init(tree: String, terms: [ExplainedTerm], hasMoreTerms: Bool = false) {
        self.tree = tree
        self.terms = terms
        self.hasMoreTerms = hasMoreTerms
    }
}

extension ExplainedQuery: JSONRecord {
    package static var blank: ExplainedQuery { ExplainedQuery(tree: "", terms: []) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("tree", &tree)
        try visitor.required("terms", &terms)
        try visitor.required("hasMoreTerms", &hasMoreTerms)
    }
}

/// A term that adds to the weight of articles.
package struct ExplainedTerm: Hashable, Sendable {
    /// The syllable or the bigram.
    package var term: String
    /// The kind of term, such as `syllable` or `title bigram`.
    package var kind: String
    /// Whether every reading of the syllable counts.
    package var anyReading: Bool
    /// The number of articles in which it occurs.
    package var articles: Int
    /// The factor of its weight.
    package var factor: Double

    /// A term.
    package init(term: String, kind: String, anyReading: Bool, articles: Int, factor: Double) {
        self.term = term
        self.kind = kind
        self.anyReading = anyReading
        self.articles = articles
        self.factor = factor
    }
}

extension ExplainedTerm: JSONRecord {
    package static var blank: ExplainedTerm {
        ExplainedTerm(term: "", kind: "", anyReading: false, articles: 0, factor: 0)
    }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("term", &term)
        try visitor.required("kind", &kind)
        try visitor.required("anyReading", &anyReading)
        try visitor.required("articles", &articles)
        try visitor.required("factor", &factor)
    }
}

/// The explanation of an article's rank: its score is `share` plus, where it was computed, the value of `proximity`.
package struct ExplainedHit: Hashable, Sendable {
    /// The contribution of each term to the weight, the heaviest first.
    package var terms: [TermShare]
    /// The weight of the article's terms.
    package var weight: Double
    /// The weight as a share of the heaviest article's.
    package var share: Double
    /// The proximity and order of the words, for the best hits.
    package var proximity: Proximity?

    /// Creates an explained hit.
    package init(terms: [TermShare], weight: Double, share: Double, proximity: Proximity? = nil) {
        self.terms = terms
        self.weight = weight
        self.share = share
        self.proximity = proximity
    }

    /// The contribution of one term.
    package struct TermShare: Hashable, Sendable {
        /// The syllable or the bigram.
        package var term: String
        /// The kind of term.
        package var kind: String
        /// Its weight in this article, the factor included.
        package var weight: Double

        /// Creates a share from a term and its weight.
        package init(term: String, kind: String, weight: Double) {
            self.term = term
            self.kind = kind
            self.weight = weight
        }
    }

    /// How much of the query occurs close together in the text, as shares from 0 to 1, and what that adds to the score.
    package struct Proximity: Hashable, Sendable {
        /// The share of the query's syllables in one place, weighted by their rarity.
        package var syllables: Double
        /// The share of its trigrams anywhere in the text.
        package var trigrams: Double
        /// The amount added to the score.
        package var value: Double

        /// Shares and their value.
        package init(syllables: Double, trigrams: Double, value: Double) {
            self.syllables = syllables
            self.trigrams = trigrams
            self.value = value
        }
    }
}

extension ExplainedHit: JSONRecord {
    package static var blank: ExplainedHit { ExplainedHit(terms: [], weight: 0, share: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("terms", &terms)
        try visitor.required("weight", &weight)
        try visitor.required("share", &share)
        try visitor.optional("nearness", &proximity)
    }
}

extension ExplainedHit.TermShare: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        term = try fields.required("term")
        kind = try fields.required("kind")
        weight = try fields.required("weight")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("term", term)
            writer.field("kind", kind)
            writer.field("weight", weight)
        }
    }
}

extension ExplainedHit.Proximity: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        syllables = try fields.required("syllables")
        trigrams = try fields.required("trigrams")
        value = try fields.required("value")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("syllables", syllables)
            writer.field("trigrams", trigrams)
            writer.field("value", value)
        }
    }
}
