import CXapian

/// A database open for writing; only one at a time holds its lock, in any process.
///
/// What is written is seen by this handle at once and by others after `commit()`. Xapian commits by itself after every
/// 10,000 changed documents, outside transactions. **An error of a writing call discards every change since the last
/// commit**, save for `invalidArgument` of a document that cannot be stored, which is refused before it touches any.
///
/// Not `Sendable`, like `Database`.
package final class WritableDatabase: Database {
    /// What to do where the database exists already, and where it does not.
    package enum Opening: Hashable, Sendable {
        /// Make a new database; one that exists is an error.
        case create
        /// Make a new database in the place of any that exists.
        case createOrOverwrite
        /// Open the database that exists; none is an error.
        case open
        /// Open the database, or make a new one.
        case createOrOpen

        /// The same in the C interface.
        var code: cx_opening {
            switch self {
            case .create: CX_CREATE
            case .createOrOverwrite: CX_CREATE_OR_OVERWRITE
            case .open: CX_OPEN
            case .createOrOpen: CX_CREATE_OR_OPEN
            }
        }
    }

    /// How to write.
    package struct Options: OptionSet, Hashable, Sendable {
        package let rawValue: UInt32

        /// The options with these bits of the C interface.
        package init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// A commit does not wait for the disk: faster, and lost or worse when the machine fails.
        package static let noSync = Options(rawValue: CX_NO_SYNC.rawValue)
        /// Blocks are written in place: no readers meanwhile, and no database left after a crash.
        package static let dangerous = Options(rawValue: CX_DANGEROUS.rawValue)
        /// A new database has no term lists: half the size, but documents cannot be replaced or deleted.
        package static let noTermlist = Options(rawValue: CX_NO_TERMLIST.rawValue)
        /// Wait for the lock, without end, instead of throwing `databaseLocked`.
        package static let retryLock = Options(rawValue: CX_RETRY_LOCK.rawValue)
    }

    /// Opens the database in a folder for writing, and takes its lock.
    ///
    /// - Parameters:
    ///   - path: The folder, whose parent must exist.
    ///   - opening: What to do where the database exists already, and where it does not.
    ///   - options: How to write.
    /// - Throws: `databaseLocked`, `databaseCreate`, `databaseNotFound`, `databaseVersion`, `databaseCorrupt`,
    ///   `databaseOpening`, `diskFull`.
    package init(path: String, opening: Opening = .createOrOpen, options: Options = []) throws(XapianError) {
        let opened = try callIntoXapian { error in
            Array(path.utf8).lend { cx_writable_open(error, $0, opening.code, options.rawValue) }
        }
        guard let opened else { throw XapianError(kind: .memory, message: "no database was opened") }
        super.init(handle: opened)
    }

    /// Adds a document.
    ///
    /// - Parameter document: The document.
    /// - Returns: Its number: one more than the highest ever given.
    /// - Throws: `invalidArgument` for a term, value or data that is too long; `diskFull`, `database`.
    @discardableResult
    package func add(_ document: Document) throws(XapianError) -> DocumentID {
        try callIntoXapian { error in document.lend { cx_writable_add(error, handle, $0) } }
    }

    /// Replaces the document of a number, or adds one of that number.
    ///
    /// - Parameters:
    ///   - id: The number, 1 and up.
    ///   - document: What stands there from now on.
    /// - Throws: What `add(_:)` throws; `unsupported` without term lists.
    package func replace(_ id: DocumentID, with document: Document) throws(XapianError) {
        try callIntoXapian { error in document.lend { cx_writable_replace(error, handle, id, $0) } }
    }

    /// Replaces the document that holds a term, or adds one.
    ///
    /// - Parameters:
    ///   - uniqueTerm: The term. Where several documents hold it, the first is replaced and the others are deleted.
    ///   - document: What stands there from now on; it should hold the term too.
    /// - Returns: The number, that of the replaced document where there was one.
    /// - Throws: What `add(_:)` throws; `unsupported` without term lists.
    @discardableResult
    package func replace(
        uniqueTerm: [UInt8], with document: Document
    ) throws(XapianError) -> DocumentID {
        try callIntoXapian { error in
            uniqueTerm.lend { term in document.lend { cx_writable_replace_by_term(error, handle, term, $0) } }
        }
    }

    /// Deletes the document of a number.
    ///
    /// - Parameter id: The number.
    /// - Throws: `documentNotFound`, which discards nothing; `unsupported` without term lists.
    package func delete(_ id: DocumentID) throws(XapianError) {
        try callIntoXapian { cx_writable_delete($0, handle, id) }
    }

    /// Deletes every document that holds a term; none is no error.
    ///
    /// - Parameter term: The term.
    /// - Throws: `invalidArgument` for an empty term or one too long; `unsupported` without term lists.
    package func delete(term: [UInt8]) throws(XapianError) {
        try callIntoXapian { error in term.lend { cx_writable_delete_by_term(error, handle, $0) } }
    }

    /// Stores a value beside the documents, under the same commits; no bytes take it away.
    ///
    /// - Parameters:
    ///   - key: The key: not empty, at most some 250 bytes.
    ///   - value: The value, at most 100,000,000 bytes.
    /// - Throws: `invalidArgument`, `database`.
    package func setMetadata(_ key: String, to value: [UInt8]) throws(XapianError) {
        try callIntoXapian { error in
            Array(key.utf8).lend { key in value.lend { cx_writable_set_metadata(error, handle, key, $0) } }
        }
    }
}
