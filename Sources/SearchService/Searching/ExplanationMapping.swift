import Postings
import SearchEngine
import SearchProtocol

extension SearchTotal {
    /// Converts a total to the protocol's form.
    init(_ total: Total) {
        self.init(value: total.value, relation: total.isExact ? .exact : .atLeast)
    }
}

extension ExplainedQuery {
    /// Converts the interpretation of a query to the protocol's form.
    init(_ explanation: QueryExplanation) {
        self.init(
            tree: explanation.tree,
            terms: explanation.terms.map { term in
                ExplainedTerm(
                    term: term.text, kind: term.kind.name, anyReading: term.isAnyReading,
                    articles: term.documentFrequency, factor: term.factor)
            },
            hasMoreTerms: !explanation.hasEveryTerm)
    }
}

extension ExplainedHit {
    /// Converts the explanation of an article's rank to the protocol's form.
    init(_ explanation: HitExplanation) {
        self.init(
            terms: explanation.terms.map { TermShare(term: $0.text, kind: $0.kind.name, weight: $0.weight) },
            weight: explanation.weight, share: explanation.share,
            proximity: explanation.proximity.map {
                Proximity(syllables: $0.syllables, trigrams: $0.trigrams, value: $0.value)
            })
    }
}
