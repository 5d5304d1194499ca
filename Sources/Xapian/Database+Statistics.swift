import CXapian

extension Database {
    /// How many documents there are, without those that are hidden.
    package var documentCount: Int {
        get throws(XapianError) { Int(try callIntoXapian { cx_database_document_count($0, handle) }) }
    }

    /// How many documents the first of several databases opened as one has, those that are hidden among them.
    package var firstDatabaseDocumentCount: Int {
        get throws(XapianError) { Int(try callIntoXapian { cx_database_first_document_count($0, handle) }) }
    }

    /// The highest number that was ever given to a document, or 0.
    package var lastDocumentID: DocumentID {
        get throws(XapianError) { try callIntoXapian { cx_database_last_document($0, handle) } }
    }

    /// The mean of the documents' lengths, which are sums of term frequencies; 0 without documents.
    package var averageLength: Double {
        get throws(XapianError) { try callIntoXapian { cx_database_average_length($0, handle) } }
    }

    /// The number of the commit that this handle sees; it grows with each commit.
    ///
    /// Of several databases opened as one it is the first one's.
    package var revision: UInt64 {
        get throws(XapianError) { try callIntoXapian { cx_database_revision($0, handle) } }
    }

    /// An identifier made with the database and kept for its lifetime; a compacted copy has another one.
    ///
    /// Several databases opened as one have theirs joined by colons.
    package var uuid: String {
        get throws(XapianError) { Block(try callIntoXapian { cx_database_uuid($0, handle) }).text }
    }

    /// Whether a writer holds the lock at this moment.
    package var isLocked: Bool {
        get throws(XapianError) { try callIntoXapian { cx_database_is_locked($0, handle) } }
    }

    /// A value that is stored beside the documents, or no bytes where the key is unknown.
    ///
    /// - Parameter key: The key, not empty.
    /// - Returns: The value; of several databases opened as one, the first one's.
    /// - Throws: `invalidArgument` for an empty key; `databaseModified`, `databaseCorrupt`.
    package func metadata(_ key: String) throws(XapianError) -> [UInt8] {
        Block(try callIntoXapian { error in Array(key.utf8).lend { cx_database_metadata(error, handle, $0) } }).bytes
    }

    /// The bounds of the values in a slot, no bytes where no document has one; they may be wider than the values.
    ///
    /// - Parameter slot: The slot.
    /// - Returns: A value not above the lowest, and one not below the highest.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package func valueBounds(slot: UInt32) throws(XapianError) -> (lower: [UInt8], upper: [UInt8]) {
        let lower = Block(try callIntoXapian { cx_database_value_bound($0, handle, slot, false) }).bytes
        let upper = Block(try callIntoXapian { cx_database_value_bound($0, handle, slot, true) }).bytes
        return (lower, upper)
    }
}

/// The version of the Xapian library in use, such as `1.4.22`.
package var xapianVersion: String { String(cString: cx_version()) }
