import CXapian

extension Database {
    /// The number of documents, without hidden ones.
    package var documentCount: Int {
        get throws(XapianError) { Int(try callIntoXapian { cx_database_document_count($0, handle) }) }
    }

    /// The number of documents in the first of several databases opened as one, including hidden ones.
    package var firstDatabaseDocumentCount: Int {
        get throws(XapianError) { Int(try callIntoXapian { cx_database_first_document_count($0, handle) }) }
    }

    /// The highest number ever assigned to a document, or 0.
    package var lastDocumentID: DocumentID {
        get throws(XapianError) { try callIntoXapian { cx_database_last_document($0, handle) } }
    }

    /// The mean of the documents' lengths, which are sums of term frequencies; 0 without documents.
    package var averageLength: Double {
        get throws(XapianError) { try callIntoXapian { cx_database_average_length($0, handle) } }
    }

    /// The number of the commit that this handle reads; each commit increases it.
    ///
    /// For several databases opened as one, it is that of the first.
    package var revision: UInt64 {
        get throws(XapianError) { try callIntoXapian { cx_database_revision($0, handle) } }
    }

    /// An identifier that is created with the database and never changes; a compacted copy has a different one.
    ///
    /// For several databases opened as one, their identifiers are joined by colons.
    package var uuid: String {
        get throws(XapianError) { Block(try callIntoXapian { cx_database_uuid($0, handle) }).text }
    }

    /// Whether a writer currently holds the lock.
    package var isLocked: Bool {
        get throws(XapianError) { try callIntoXapian { cx_database_is_locked($0, handle) } }
    }

    /// Returns a metadata value, which is stored in addition to the documents; empty for an unknown key.
    ///
    /// - Parameter key: The key, which must not be empty.
    /// - Returns: The value; for several databases opened as one, that of the first.
    /// - Throws: `invalidArgument` for an empty key; `databaseModified`, `databaseCorrupt`.
    package func metadata(_ key: String) throws(XapianError) -> [UInt8] {
        Block(try callIntoXapian { error in Array(key.utf8).lend { cx_database_metadata(error, handle, $0) } }).bytes
    }

    /// The bounds of the values in a slot, empty if no document has a value; they may be wider than the actual range.
    ///
    /// - Parameter slot: The slot.
    /// - Returns: A lower bound and an upper bound of the values.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func valueBounds(slot: UInt32) throws(XapianError) -> (lower: [UInt8], upper: [UInt8]) {
        let lower = Block(try callIntoXapian { cx_database_value_bound($0, handle, slot, false) }).bytes
        let upper = Block(try callIntoXapian { cx_database_value_bound($0, handle, slot, true) }).bytes
        return (lower, upper)
    }
}

/// The version of the Xapian library in use, such as `1.4.22`.
package var xapianVersion: String { String(cString: cx_version()) }
