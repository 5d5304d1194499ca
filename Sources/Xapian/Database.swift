import CXapian

/// A database, or several as one, open for reading at one revision.
///
/// It reads the snapshot of the commit at which it was opened or last reopened, which remains valid during one further
/// commit. From the second commit on, any call may throw `databaseModified`; the caller then reopens the database and
/// repeats the whole operation.
///
/// Not `Sendable`: Xapian has no locks, so one thread or actor owns a database. Opening one takes about 20 microseconds
/// and one to six file descriptors, so each thread has its own.
package class Database {
    /// The handle of the C interface, which this object alone frees.
    let handle: OpaquePointer
    /// The number of databases opened as one.
    package let databaseCount: Int

    init(handle: OpaquePointer) {
        self.handle = handle
        databaseCount = 1
    }

    /// Opens the database in a folder.
    ///
    /// - Parameter path: The folder of the database, or the file of one that was compacted to a single file.
    /// - Throws: `databaseNotFound`, `databaseVersion`, `databaseCorrupt`, `databaseOpening`.
    package convenience init(path: String) throws(XapianError) {
        try self.init(paths: [path])
    }

    /// Opens several databases as one with interleaved document numbers: of n databases, document i of database k (from
    /// 0) becomes (i - 1) * n + k + 1.
    ///
    /// - Parameter paths: The folders of the databases; an empty list creates a database without documents.
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

    /// Closes the files; a writable database first commits, or cancels its transaction, and errors are ignored.
    deinit { cx_database_free(handle) }

    /// Hides documents: searches, lists and counts omit them, and reading one throws `documentNotFound`.
    ///
    /// Weights, sums of postings and `postings(of:)` still include them; the frequency of a term that many articles
    /// contain may count some of them. The documents stay hidden until the next call, also when the database is
    /// reopened.
    ///
    /// - Parameters:
    ///   - bits: A bit for each document by its own number, from 0, in words of 64 bits; documents that were hidden
    ///     before and whose bit is not set any more become visible again.
    ///   - place: The index, from 0, of their database among those opened as one.
    /// - Throws: `invalidArgument` if there is no such database.
    package func hide(_ bits: [UInt64], inDatabaseAt place: Int = 0) throws(XapianError) {
        try callIntoXapian { error in
            bits.withUnsafeBufferPointer { cx_database_hide(error, handle, place, $0.baseAddress, $0.count) }
        }
    }

    /// The number of hidden documents.
    package var hiddenCount: Int { Int(cx_database_hidden_count(handle)) }

    /// The hidden documents, in ascending order.
    ///
    /// - Throws: `databaseClosed`.
    package var hiddenDocuments: [DocumentID] {
        get throws(XapianError) {
            Block(try callIntoXapian { error in cx_database_hidden_documents(error, handle) }).numbers
        }
    }

    /// Moves to the latest commit.
    ///
    /// - Returns: False if there was none newer, so that cached data remains valid.
    /// - Throws: `databaseClosed`, or the errors of opening.
    @discardableResult
    package func reopen() throws(XapianError) -> Bool {
        try callIntoXapian { cx_database_reopen($0, handle) }
    }

    /// Closes the files; every later call except `close()` throws `databaseClosed`, unless it needs no file.
    ///
    /// A writable database first commits, or cancels its transaction; if the commit fails, the error is thrown, but the
    /// files are closed and the lock is released nevertheless.
    ///
    /// - Throws: The errors of `WritableDatabase.commit()`.
    package func close() throws(XapianError) {
        try callIntoXapian { cx_database_close($0, handle) }
    }
}
