import Xapian

/// The length norm of each document: what BM25 adds to a term's frequency in the denominator.
///
/// `Sendable`: the memory is written before the object is shared, never changed, and freed with the object.
final class DocumentNorms: Sendable {
    /// The highest document number.
    let last: DocumentID
    /// The number of documents on which the searches' weights are based, including hidden ones.
    let documents: Int
    nonisolated(unsafe) private let norms: UnsafePointer<Float>

    /// Reads the lengths of all documents and computes their norms.
    ///
    /// - Throws: `XapianError`.
    init(_ source: PostingSource, stop: MatchGuard?) throws(XapianError) {
        let (k1, b, minimum) = (BM25.k1, BM25.b, BM25.minimumLength)
        let lengths = try source.lengths(stop: stop)
        let (mean, last) = (try source.database.averageLength, try source.database.lastDocumentID)
        guard lengths.allSatisfy({ $0.document <= last }) else {
            throw XapianError(kind: .databaseCorrupt, message: "a document's number is above the highest one")
        }
        let norms = UnsafeMutablePointer<Float>.allocate(capacity: Int(last) + 1)
        norms.initialize(repeating: -1, count: Int(last) + 1)
        for entry in lengths {
            let normalised = mean > 0 ? max(Double(entry.frequency) / mean, minimum) : 1
            norms[Int(entry.document)] = Float(k1 * (b * normalised + (1 - b)))
        }
        documents = try source.database.documentCount + source.database.hiddenCount
        (self.last, self.norms) = (last, UnsafePointer(norms))
    }

    /// Creates the norms of documents that all have the mean length.
    init(ofDocumentsUpTo last: DocumentID) {
        let norms = UnsafeMutablePointer<Float>.allocate(capacity: Int(last) + 1)
        norms.initialize(repeating: Float(BM25.k1), count: Int(last) + 1)
        (self.last, documents, self.norms) = (last, Int(last), UnsafePointer(norms))
    }

    deinit { norms.deallocate() }

    /// Returns whether a document exists and is not hidden.
    func contains(_ document: DocumentID) -> Bool { document <= last && norms[Int(document)] >= 0 }

    /// Returns the share of a term's weight, from 0 to 1, that a given frequency earns in an existing document.
    @inline(__always)
    func share(of frequency: UInt16, in document: DocumentID) -> Float {
        let frequency = Float(frequency)
        return frequency / (frequency + norms[Int(document)])
    }
}
