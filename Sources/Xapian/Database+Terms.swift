import CXapian

/// A term with its frequency.
package struct TermEntry: Hashable, Sendable {
    /// The term's bytes.
    package var term: [UInt8]
    /// The number of documents that contain it, or its frequency in one document.
    package var frequency: Int
}

extension Database {
    /// The number of documents that contain a term; 0 for an unknown one.
    package func frequency(of term: [UInt8]) throws(XapianError) -> Int {
        Int(try callIntoXapian { error in term.lend { cx_term_frequency(error, handle, $0) } })
    }

    /// Whether any document contains a term.
    package func contains(_ term: [UInt8]) throws(XapianError) -> Bool {
        try frequency(of: term) > 0
    }

    /// The document with the lowest number that contains a term, or nil.
    package func firstDocument(with term: [UInt8]) throws(XapianError) -> DocumentID? {
        try documents(with: term, limit: 1).first
    }

    /// The documents that contain a term, in ascending order.
    ///
    /// - Parameters:
    ///   - term: The term; an empty one means all documents.
    ///   - after: Only documents with higher numbers; for the next page, the last one of the previous page.
    ///   - limit: The maximum number of documents.
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

    /// The terms with a prefix, in byte order, with the number of documents that contain each.
    ///
    /// - Parameters:
    ///   - prefix: The prefix in bytes; empty for every term.
    ///   - after: Only terms after this one; for the next page, the last one of the previous page.
    ///   - limit: The maximum number of terms.
    ///   - stop: Ends the reading when it is cancelled or its deadline passes.
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

    /// The terms of a document, in byte order, with the frequency of each in it.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - stop: Ends the reading when it is cancelled or its deadline passes.
    /// - Returns: The terms; the frequency of a filter term is 0.
    /// - Throws: `documentNotFound`; `unsupported` if the database was created without term lists; `cancelled`,
    ///   `deadline`.
    package func terms(
        of document: DocumentID, stopping stop: MatchGuard? = nil
    ) throws(XapianError) -> [TermEntry] {
        entries(
            try callIntoXapian { error in MatchGuard.lend(stop) { cx_document_terms(error, handle, document, $0) } })
    }

    /// The frequency of a term in a document according to the term's posting list, or nil if the document is not in it.
    ///
    /// - Parameters:
    ///   - term: The term.
    ///   - document: The document's number.
    /// - Returns: The frequency; that of a filter term is 0.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func frequency(
        of term: [UInt8], in document: DocumentID
    ) throws(XapianError) -> Int? {
        let found = try callIntoXapian { error in term.lend { cx_posting_frequency(error, handle, $0, document) } }
        return found < 0 ? nil : Int(found)
    }

    /// Whether the database, or the first of several opened as one, has term lists.
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
