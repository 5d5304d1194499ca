package import Xapian

/// A term of a query, or two terms that count as one, with its weight factor.
package struct MatchTerm: Hashable {
    /// The one or two terms.
    package let terms: [[UInt8]]
    /// The factor by which the weight is multiplied; 0 if the term only filters.
    package let factor: Double
}

extension MatchTerm {
    /// Returns the terms of a query that requires any one of them, or nil if the query has another form.
    package static func any(of query: Query, factor: Double = 1) -> [MatchTerm]? {
        switch query {
        case .matchNothing: return []
        case .term(let term, frequency: 1): return [MatchTerm(terms: [term], factor: factor)]
        case .synonym(let queries):
            let terms = queries.compactMap { query -> [UInt8]? in
                if case .term(let term, frequency: 1) = query { term } else { nil }
            }
            guard terms.count == queries.count, terms.count <= 2, Set(terms).count == terms.count else { return nil }
            return terms.isEmpty ? [] : [MatchTerm(terms: terms, factor: factor)]
        case .scaled(let query, let scale): return any(of: query, factor: factor * scale)
        case .or(let queries):
            var found: [MatchTerm] = []
            for query in queries {
                guard let terms = any(of: query, factor: factor) else { return nil }
                found += terms
            }
            return found
        default: return nil
        }
    }

    /// Returns the lists of terms of a query that requires one term from each list, or nil if the query has another
    /// form.
    package static func all(of query: Query) -> [[MatchTerm]]? {
        guard case .and(let queries) = query else { return any(of: query).map { [$0] } }
        var found: [[MatchTerm]] = []
        for query in queries {
            guard let lists = all(of: query) else { return nil }
            found += lists
        }
        return found
    }
}
