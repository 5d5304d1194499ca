import Xapian

/// What BM25 sets a term's frequency against in each document, made of the documents' lengths.
///
/// `Sendable`: written before anybody else sees the object, never changed, and freed with it.
final class DocumentNorms: Sendable {
    /// The highest number of a document.
    let last: DocumentID
    /// How many documents the searches' own weights take there to be, with those that are hidden.
    let documents: Int
    nonisolated(unsafe) private let norms: UnsafePointer<Float>

    /// Reads the lengths of all documents.
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

    /// The norms of documents of mean length.
    init(ofDocumentsUpTo last: DocumentID) {
        let norms = UnsafeMutablePointer<Float>.allocate(capacity: Int(last) + 1)
        norms.initialize(repeating: Float(BM25.k1), count: Int(last) + 1)
        (self.last, documents, self.norms) = (last, Int(last), UnsafePointer(norms))
    }

    deinit { norms.deallocate() }

    /// Whether there is such a document and it is not hidden.
    func contains(_ document: DocumentID) -> Bool { document <= last && norms[Int(document)] >= 0 }

    /// What share of its weight a term has that stands so often in a document, which is there; from 0 to 1.
    @inline(__always)
    func share(of frequency: UInt16, in document: DocumentID) -> Float {
        let frequency = Float(frequency)
        return frequency / (frequency + norms[Int(document)])
    }
}
