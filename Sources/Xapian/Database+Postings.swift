import CXapian

/// A document that contains a term, with the term's frequency in it.
package struct Posting: Hashable, Sendable {
    /// The document's number.
    package var document: DocumentID
    /// The term's frequency in the document.
    package var frequency: UInt32

    /// Creates a posting.
    package init(document: DocumentID, frequency: UInt32) {
        self.document = document
        self.frequency = frequency
    }
}

extension Database {
    /// The posting list of a term: the documents that contain it in ascending order, with its frequency in each.
    ///
    /// - Parameters:
    ///   - term: The term.
    ///   - ofFirst: Whether to return only the documents of the first database, if several are opened as one.
    /// - Returns: The postings.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func postings(of term: [UInt8], ofFirst: Bool = false) throws(XapianError) -> [Posting] {
        try callIntoXapian { error in
            term.lend { ofFirst ? cx_first_term_postings(error, handle, $0) : cx_term_postings(error, handle, $0) }
        }.postings
    }

    /// The lengths of all documents that are not hidden, each as the frequency of a posting.
    ///
    /// A document's length is the sum of its terms' frequencies.
    ///
    /// - Parameters:
    ///   - ofFirst: Whether to return only the documents of the first database, if several are opened as one.
    ///   - stop: Ends the reading when it is cancelled or its deadline passes.
    /// - Returns: The documents in ascending order, with the length of each.
    /// - Throws: `cancelled`, `deadline`; `databaseModified`, `databaseCorrupt`.
    package func documentLengths(
        ofFirst: Bool = false, stopping stop: MatchGuard? = nil
    ) throws(XapianError) -> [Posting] {
        try callIntoXapian { error in
            MatchGuard.lend(stop) { cx_document_lengths(error, handle, ofFirst, $0) }
        }.postings
    }
}

extension cx_block {
    /// The pairs of numbers in the block as postings; frees the block.
    fileprivate var postings: [Posting] {
        let numbers = Block(self).numbers
        return stride(from: 0, to: numbers.count - 1, by: 2).map { place in
            Posting(document: numbers[place], frequency: numbers[place + 1])
        }
    }
}
