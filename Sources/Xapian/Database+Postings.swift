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
    /// - Parameter term: The term.
    /// - Returns: The postings.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func postings(of term: [UInt8]) throws(XapianError) -> [Posting] {
        let numbers = Block(
            try callIntoXapian { error in term.lend { cx_term_postings(error, handle, $0) } }
        ).numbers
        return stride(from: 0, to: numbers.count - 1, by: 2).map { place in
            Posting(document: numbers[place], frequency: numbers[place + 1])
        }
    }

    /// The length of every document that is not hidden: the sum of its terms' frequencies.
    ///
    /// - Parameter stop: Ends the reading when it is cancelled or past its deadline.
    /// - Returns: The documents in ascending order, and the length of each.
    /// - Throws: `cancelled`, `deadline`; `databaseModified`, `databaseCorrupt`.
    package func documentLengths(
        stopping stop: MatchGuard? = nil
    ) throws(XapianError) -> [(document: DocumentID, length: UInt32)] {
        let numbers = Block(
            try callIntoXapian { error in MatchGuard.lend(stop) { cx_document_lengths(error, handle, $0) } }
        ).numbers
        return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    }
}
