import CXapian

extension Database {
    /// What was stored with a document to be read back.
    ///
    /// - Parameter document: The document's number.
    /// - Returns: The data.
    /// - Throws: `documentNotFound`, `databaseModified`, `databaseCorrupt`; `invalidArgument` for number 0.
    package func data(of document: DocumentID) throws(XapianError) -> [UInt8] {
        Block(try callIntoXapian { cx_document_data($0, handle, document) }).bytes
    }

    /// The value of a document in a slot, or no bytes where it has none.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - slot: The slot.
    /// - Returns: The value.
    /// - Throws: `documentNotFound`, `databaseModified`, `databaseCorrupt`; `invalidArgument` for number 0.
    package func value(of document: DocumentID, slot: UInt32) throws(XapianError) -> [UInt8] {
        Block(try callIntoXapian { cx_document_value($0, handle, document, slot) }).bytes
    }

    /// The length of a document: the sum of its terms' frequencies.
    ///
    /// - Parameter document: The document's number.
    /// - Returns: The length.
    /// - Throws: `documentNotFound`, `databaseModified`, `databaseCorrupt`; `invalidArgument` for number 0.
    package func length(of document: DocumentID) throws(XapianError) -> Int {
        Int(try callIntoXapian { cx_document_length($0, handle, document) })
    }
}
