package import Xapian

/// BM25 as Xapian computes it, with the parameters that searches use.
package enum BM25 {
    /// The term-frequency saturation parameter, at its usual value (Robertson and Zaragoza 2009).
    package static let k1 = 1.2
    /// The length normalisation parameter, from 0 to 1, at its usual value.
    package static let b = 0.75
    /// The lower bound of a document's length relative to the mean length.
    package static let minimumLength = 0.5
    /// The same parameters for Xapian's matcher.
    package static var weighting: Weighting {
        .bm25(k1: k1, k2: 0, k3: 1, b: b, minimumNormalisedLength: minimumLength)
    }
}
