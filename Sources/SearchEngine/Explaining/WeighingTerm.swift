package import IndexStorage
import Vietnamese
import Xapian

/// A part of a query that adds its own weight: a term, or several that count as one.
struct WeighingTerm {
    /// The part with its factor.
    let query: Query
    /// Its terms; more than one if every reading counts.
    let terms: [[UInt8]]
    /// The factor by which its weight is multiplied.
    let factor: Double

    /// Returns the parts of a query that have weight, in order, each once; the factors of repeated parts are added.
    static func all(in query: Query) -> [WeighingTerm] {
        var found: [(terms: [[UInt8]], factor: Double)] = []
        var places: [[[UInt8]]: Int] = [:]
        collect(query, factor: 1) { terms, factor in
            if let place = places[terms] {
                found[place].factor += factor
            } else {
                places[terms] = found.count
                found.append((terms, factor))
            }
        }
        return found.map { terms, factor in
            let part: Query = terms.count == 1 ? .term(terms[0]) : .synonym(terms.map { .term($0) })
            return WeighingTerm(query: .scaled(part, factor), terms: terms, factor: factor)
        }
    }

    private static func collect(_ query: Query, factor: Double, _ found: ([[UInt8]], Double) -> Void) {
        switch query {
        case .term(let term, _): found([term], factor)
        case .synonym(let parts):
            let terms = parts.compactMap { if case .term(let term, _) = $0 { term } else { nil } }
            if !terms.isEmpty { found(terms, factor) }
        case .and(let parts), .or(let parts), .maximum(let parts), .exclusiveOr(let parts), .elite(let parts, _):
            for part in parts { collect(part, factor: factor, found) }
        case .andMaybe(let left, let right):
            collect(left, factor: factor, found)
            collect(right, factor: factor, found)
        case .andNot(let part, _), .filter(let part, by: _): collect(part, factor: factor, found)
        case .scaled(let part, let by): if by > 0 { collect(part, factor: factor * by, found) }
        case .matchAll, .matchNothing, .valueRange, .valueAtLeast, .valueAtMost, .prefix, .anyTerm: return
        }
    }

    /// The kind of the first term.
    var kind: TermPrefix { TermPrefix.kind(of: terms[0]) }

    /// The first term without its prefix, as people write it.
    var text: String { TonePlacement.spelling(ofKey: Array(terms[0].dropFirst(kind.bytes.count))) }
}

extension TermPrefix {
    /// Returns the kind of a term, determined by the longest prefix with which it begins.
    package static func kind(of term: [UInt8]) -> TermPrefix {
        let kinds = allCases.filter { !$0.bytes.isEmpty && term.starts(with: $0.bytes) }
        return kinds.max { $0.bytes.count < $1.bytes.count } ?? .syllable
    }
}
