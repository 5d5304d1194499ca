import CXapian

/// The weighting scheme of a search; a selection of Xapian's schemes.
///
/// Formulas: Xapian's documentation, "Weighting Schemes", and the papers it cites. Parameters must be finite.
package enum Weighting: Hashable, Sendable {
    /// Every match has the weight 0.
    case boolean
    /// The weight is the number of the query's terms that a document contains.
    case coordinate
    /// Okapi BM25. `b` is 0 to 1, the others are not negative; values outside these ranges are clamped.
    case bm25(k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minimumNormalisedLength: Double = 0.5)
    /// BM25 with a contribution of at least `delta` for each matching term, however long the document is.
    case bm25Plus(
        k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minimumNormalisedLength: Double = 0.5,
        delta: Double = 1)
    /// Inverse document frequency, Laplace's law of succession, and normalisation 2 with a `c` above 0.
    case inL2(c: Double = 1)
    /// Poisson, Laplace's law of succession, and normalisation 2 with a `c` above 0.
    case pl2(c: Double = 1)

    /// The scheme in the C interface, with its parameters in their order.
    var code: (scheme: cx_weight, parameters: [Double]) {
        switch self {
        case .boolean: (CX_WEIGHT_BOOLEAN, [])
        case .coordinate: (CX_WEIGHT_COORDINATE, [])
        case .bm25(let k1, let k2, let k3, let b, let length): (CX_WEIGHT_BM25, [k1, k2, k3, b, length])
        case .bm25Plus(let k1, let k2, let k3, let b, let length, let delta):
            (CX_WEIGHT_BM25_PLUS, [k1, k2, k3, b, length, delta])
        case .inL2(let c): (CX_WEIGHT_INL2, [c])
        case .pl2(let c): (CX_WEIGHT_PL2, [c])
        }
    }
}
