import CXapian

/// A term and how often it occurs.
package struct TermEntry: Hashable, Sendable {
    /// The term's bytes.
    package var term: [UInt8]
    /// How many documents hold it, or how often one document does.
    package var frequency: Int
}

extension Database {
    /// In how many documents a term occurs; 0 for an unknown one.
    package func frequency(of term: [UInt8]) throws(XapianError) -> Int {
        Int(try callIntoXapian { error in term.lend { cx_term_frequency(error, handle, $0) } })
    }

    /// Whether any document holds a term.
    package func contains(_ term: [UInt8]) throws(XapianError) -> Bool {
        try frequency(of: term) > 0
    }

    /// The document of lowest number that holds a term, or nil.
    package func firstDocument(with term: [UInt8]) throws(XapianError) -> DocumentID? {
        try documents(with: term, limit: 1).first
    }

    /// The documents that hold a term, in ascending order.
    ///
    /// - Parameters:
    ///   - term: The term; an empty one stands for all documents.
    ///   - after: Only documents of higher numbers, to go on after the last one of the page before.
    ///   - limit: At most this many.
    /// - Returns: The documents' numbers.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func documents(
        with term: [UInt8], after: DocumentID = 0, limit: Int = .max
    ) throws(XapianError) -> [DocumentID] {
        Block(
            try callIntoXapian { error in
                term.lend { cx_term_documents(error, handle, $0, after, max(0, limit)) }
            }
        ).numbers
    }

    /// The terms with a prefix, in byte order, and how many documents hold each.
    ///
    /// - Parameters:
    ///   - prefix: The bytes that the terms begin with; none for every term.
    ///   - after: Only terms behind this one, to go on after the last one of the page before.
    ///   - limit: At most this many.
    ///   - stop: Ends the reading when it is cancelled or past its deadline.
    /// - Returns: The terms.
    /// - Throws: `cancelled`, `deadline`; `databaseModified`, `databaseCorrupt`.
    package func terms(
        withPrefix prefix: [UInt8], after: [UInt8] = [], limit: Int = .max, stopping stop: MatchGuard? = nil
    ) throws(XapianError) -> [TermEntry] {
        entries(
            try callIntoXapian { error in
                prefix.lend { prefix in
                    after.lend { after in
                        MatchGuard.lend(stop) { cx_terms(error, handle, prefix, after, max(0, limit), $0) }
                    }
                }
            })
    }

    /// The terms of a document, in byte order, and how often it holds each.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - stop: Ends the reading when it is cancelled or past its deadline.
    /// - Returns: The terms; a filter's frequency is 0.
    /// - Throws: `documentNotFound`; `unsupported` where the database was made without term lists; `cancelled`, `deadline`.
    package func terms(
        of document: DocumentID, stopping stop: MatchGuard? = nil
    ) throws(XapianError) -> [TermEntry] {
        entries(
            try callIntoXapian { error in MatchGuard.lend(stop) { cx_document_terms(error, handle, document, $0) } })
    }

    /// How often a document holds a term, by the term's postings, or nil where it does not.
    ///
    /// - Parameters:
    ///   - term: The term.
    ///   - document: The document's number.
    /// - Returns: The frequency; a filter's is 0.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func frequency(
        of term: [UInt8], in document: DocumentID
    ) throws(XapianError) -> Int? {
        let found = try callIntoXapian { error in term.lend { cx_posting_frequency(error, handle, $0, document) } }
        return found < 0 ? nil : Int(found)
    }

    /// Whether the database, of several opened as one the first, has term lists.
    package var hasTermLists: Bool {
        get throws(XapianError) { try callIntoXapian { cx_database_has_term_lists($0, handle) } }
    }

    private func entries(_ block: cx_block) -> [TermEntry] {
        var block = Block(block)
        var entries: [TermEntry] = []
        while let entry = block.readEntry() {
            entries.append(TermEntry(term: entry.bytes, frequency: entry.frequency))
        }
        return entries
    }
}
