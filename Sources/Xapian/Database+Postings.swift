import CXapian

/// A document that holds a term, and how often it does.
package struct Posting: Hashable, Sendable {
    /// The document's number.
    package var document: DocumentID
    /// How often the document holds the term.
    package var frequency: UInt32

    /// A posting of this document.
    package init(document: DocumentID, frequency: UInt32) {
        self.document = document
        self.frequency = frequency
    }
}

extension Database {
    /// The documents that hold a term, in ascending order, and how often each does.
    ///
    /// - Parameters:
    ///   - term: The term.
    ///   - ofFirst: Whether, of several databases opened as one, only the first one's documents are wanted.
    /// - Returns: The postings.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func postings(of term: [UInt8], ofFirst: Bool = false) throws(XapianError) -> [Posting] {
        try callIntoXapian { error in
            term.lend { ofFirst ? cx_first_term_postings(error, handle, $0) : cx_term_postings(error, handle, $0) }
        }.postings
    }

    /// The length of every document that is not hidden, the sum of its terms' frequencies, as the frequency of a posting each.
    ///
    /// - Parameters:
    ///   - ofFirst: Whether, of several databases opened as one, only the first one's documents are wanted.
    ///   - stop: Ends the reading when it is cancelled or past its deadline.
    /// - Returns: The documents in ascending order, and the length of each.
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
    /// The pairs of numbers in it as postings; frees it.
    fileprivate var postings: [Posting] {
        let numbers = Block(self).numbers
        return stride(from: 0, to: numbers.count - 1, by: 2).map { place in
            Posting(document: numbers[place], frequency: numbers[place + 1])
        }
    }
}
