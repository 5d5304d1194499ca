package import Xapian

/// BM25 as Xapian computes it, with the parameters that searches use.
package enum BM25 {
    /// The saturation of frequencies: its usual value (Robertson and Zaragoza 2009).
    package static let k1 = 1.2
    /// The normalisation by length, from 0 to 1: its usual value.
    package static let b = 0.75
    /// The least length of a document against the mean one.
    package static let minimumLength = 0.5
    /// The same for Xapian's matcher.
    package static var weighting: Weighting {
        .bm25(k1: k1, k2: 0, k3: 1, b: b, minimumNormalisedLength: minimumLength)
    }
}
