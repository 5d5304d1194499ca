import CXapian

extension Database {
    /// Returns the data stored with a document.
    ///
    /// - Parameter document: The document's number.
    /// - Returns: The data.
    /// - Throws: `documentNotFound`, `databaseModified`, `databaseCorrupt`; `invalidArgument` for number 0.
    package func data(of document: DocumentID) throws(XapianError) -> [UInt8] {
        Block(try callIntoXapian { cx_document_data($0, handle, document) }).bytes
    }

    /// Returns the data stored under a document's number, even if the database does not know the document any more.
    ///
    /// - Parameter document: The document's number.
    /// - Returns: The data; empty if there is none.
    /// - Throws: `databaseModified`, `databaseCorrupt`; `invalidArgument` for number 0.
    package func storedData(of document: DocumentID) throws(XapianError) -> [UInt8] {
        Block(try callIntoXapian { cx_document_stored_data($0, handle, document) }).bytes
    }

    /// The value of a document in a slot, empty if it has none.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - slot: The slot.
    /// - Returns: The value.
    /// - Throws: `documentNotFound`, `databaseModified`, `databaseCorrupt`; `invalidArgument` for number 0.
    package func value(of document: DocumentID, slot: UInt32) throws(XapianError) -> [UInt8] {
        Block(try callIntoXapian { cx_document_value($0, handle, document, slot) }).bytes
    }

    /// Returns the data stored with a document, and its value in a slot.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - slot: The slot.
    /// - Returns: The data and the value, which is empty if there is none.
    /// - Throws: `documentNotFound`, `databaseModified`, `databaseCorrupt`; `invalidArgument` for number 0.
    package func record(
        of document: DocumentID, slot: UInt32
    ) throws(XapianError) -> (data: [UInt8], value: [UInt8]) {
        var value = cx_block()
        let data = try callIntoXapian { cx_document_record($0, handle, document, slot, &value) }
        return (Block(data).bytes, Block(value).bytes)
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
