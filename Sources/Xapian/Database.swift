import CXapian

/// A database, or several as one, open for reading at one revision.
///
/// It sees the state of the commit at which it was opened or last reopened, and survives one further commit; from the
/// second on any call may throw `databaseModified`, on which one reopens and runs the whole operation again.
///
/// Not `Sendable`: Xapian locks nothing, so one thread or actor owns a database. Opening costs some 20 microseconds and
/// one to six file descriptors, so each thread has its own.
package class Database {
    /// The handle of the C interface; only this object frees it.
    let handle: OpaquePointer
    /// How many databases are opened as one.
    package let databaseCount: Int

    init(handle: OpaquePointer) {
        self.handle = handle
        databaseCount = 1
    }

    /// Opens the database in a folder.
    ///
    /// - Parameter path: The folder of the database, or a file of one compacted to a single file.
    /// - Throws: `databaseNotFound`, `databaseVersion`, `databaseCorrupt`, `databaseOpening`.
    package convenience init(path: String) throws(XapianError) {
        try self.init(paths: [path])
    }

    /// Opens several databases as one, which numbers their documents in turns: of n databases, document i of
    /// database k (from 0) becomes (i - 1) * n + k + 1.
    ///
    /// - Parameter paths: The folders of the databases; an empty list makes a database of no documents.
    /// - Throws: `databaseNotFound`, `databaseVersion`, `databaseCorrupt`, `databaseOpening`.
    package init(paths: [String]) throws(XapianError) {
        let opened = try callIntoXapian { error in
            lend(paths) { paths in
                // An empty array may have no address.
                var none = cx_bytes(start: nil, size: 0)
                guard let start = paths.baseAddress else { return cx_database_open(error, &none, 0) }
                return cx_database_open(error, start, paths.count)
            }
        }
        guard let opened else { throw XapianError(kind: .memory, message: "no database was opened") }
        handle = opened
        databaseCount = paths.count
    }

    /// Closes the files; a writable database commits first, or cancels its transaction, and an error is lost.
    deinit { cx_database_free(handle) }

    /// Has documents taken for none: searches, lists and counts leave them out, and reading one says that it is not there.
    ///
    /// Weights, sums of postings and `postings(of:)` have them still; the frequency of a term that many articles hold may count
    /// some. It holds until the next call, also when the database is reopened.
    ///
    /// - Parameters:
    ///   - bits: A bit for each document by its own number, from 0, in words of 64; those that were hidden before and have
    ///     no bit any more are seen again.
    ///   - place: Which of the databases opened as one they are in, from 0.
    /// - Throws: `invalidArgument` where there is no such database.
    package func hide(_ bits: [UInt64], inDatabaseAt place: Int = 0) throws(XapianError) {
        try callIntoXapian { error in
            bits.withUnsafeBufferPointer { cx_database_hide(error, handle, place, $0.baseAddress, $0.count) }
        }
    }

    /// How many documents are taken for none.
    package var hiddenCount: Int { Int(cx_database_hidden_count(handle)) }

    /// The documents that were hidden, in ascending order.
    ///
    /// - Throws: `databaseClosed`.
    package var hiddenDocuments: [DocumentID] {
        get throws(XapianError) {
            Block(try callIntoXapian { error in cx_database_hidden_documents(error, handle) }).numbers
        }
    }

    /// Moves to the newest commit.
    ///
    /// - Returns: False where there was nothing newer, so that what was cached still holds.
    /// - Throws: `databaseClosed`, or what opening throws.
    @discardableResult
    package func reopen() throws(XapianError) -> Bool {
        try callIntoXapian { cx_database_reopen($0, handle) }
    }

    /// Closes the files; every later call but `close()` throws `databaseClosed`, unless it needs no file.
    ///
    /// A writable database commits first, or cancels its transaction; where the commit fails, the error is thrown and
    /// the files are closed and the lock is given up all the same.
    ///
    /// - Throws: What `WritableDatabase.commit()` throws.
    package func close() throws(XapianError) {
        try callIntoXapian { cx_database_close($0, handle) }
    }
}
