import CXapian

/// A database open for writing; across all processes only one writer at a time holds its lock.
///
/// This handle sees its changes at once, other handles after `commit()`. Xapian commits by itself after every 10,000
/// changed documents, outside transactions. **An error of a writing call discards every change since the last commit**,
/// except for `invalidArgument` for a document that cannot be stored, which is refused before it has any effect.
///
/// Not `Sendable`, like `Database`.
package final class WritableDatabase: Database {
    /// The action if the database already exists, and if it does not.
    package enum Opening: Hashable, Sendable {
        /// Create a new database; an existing one is an error.
        case create
        /// Create a new database, which replaces any existing one.
        case createOrOverwrite
        /// Open the existing database; a missing one is an error.
        case open
        /// Open the existing database, or create a new one.
        case createOrOpen

        /// The corresponding value of the C interface.
        var code: cx_opening {
            switch self {
            case .create: CX_CREATE
            case .createOrOverwrite: CX_CREATE_OR_OVERWRITE
            case .open: CX_OPEN
            case .createOrOpen: CX_CREATE_OR_OPEN
            }
        }
    }

    /// The options of a writable database.
    package struct Options: OptionSet, Hashable, Sendable {
        package let rawValue: UInt32

        /// Creates options from these bits of the C interface.
        package init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// A commit does not wait for the disk: faster, but a power or system failure may lose the commit or damage the
        /// database.
        package static let noSync = Options(rawValue: CX_NO_SYNC.rawValue)
        /// Blocks are overwritten in place: no reader may be open meanwhile, and a crash destroys the database.
        package static let dangerous = Options(rawValue: CX_DANGEROUS.rawValue)
        /// A new database has no term lists: half the size, but documents cannot be replaced or deleted.
        package static let noTermlist = Options(rawValue: CX_NO_TERMLIST.rawValue)
        /// Wait for the lock, without a time limit, instead of throwing `databaseLocked`.
        package static let retryLock = Options(rawValue: CX_RETRY_LOCK.rawValue)
    }

    /// Opens the database in a folder for writing, and acquires its lock.
    ///
    /// - Parameters:
    ///   - path: The folder, whose parent must exist.
    ///   - opening: The action if the database already exists, and if it does not.
    ///   - options: The options.
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
    /// - Returns: The document's number: one more than the highest ever assigned.
    /// - Throws: `invalidArgument` for a term, value or data that is too long; `diskFull`, `database`.
    @discardableResult
    package func add(_ document: Document) throws(XapianError) -> DocumentID {
        try callIntoXapian { error in document.lend { cx_writable_add(error, handle, $0) } }
    }

    /// Replaces the document with a number, or adds one with that number.
    ///
    /// - Parameters:
    ///   - id: The number, 1 or more.
    ///   - document: The new document.
    /// - Throws: The errors of `add(_:)`; `unsupported` without term lists.
    package func replace(_ id: DocumentID, with document: Document) throws(XapianError) {
        try callIntoXapian { error in document.lend { cx_writable_replace(error, handle, id, $0) } }
    }

    /// Replaces the document that contains a term, or adds one.
    ///
    /// - Parameters:
    ///   - uniqueTerm: The term. If several documents contain it, the first is replaced and the others are deleted.
    ///   - document: The new document, which should contain the term too.
    /// - Returns: The number, that of the replaced document if there was one.
    /// - Throws: The errors of `add(_:)`; `unsupported` without term lists.
    @discardableResult
    package func replace(
        uniqueTerm: [UInt8], with document: Document
    ) throws(XapianError) -> DocumentID {
        try callIntoXapian { error in
            uniqueTerm.lend { term in document.lend { cx_writable_replace_by_term(error, handle, term, $0) } }
        }
    }

    /// Deletes the document with a number.
    ///
    /// - Parameter id: The number.
    /// - Throws: `documentNotFound`, which discards nothing; `unsupported` without term lists.
    package func delete(_ id: DocumentID) throws(XapianError) {
        try callIntoXapian { cx_writable_delete($0, handle, id) }
    }

    /// Deletes every document that contains a term; it is no error if there is none.
    ///
    /// - Parameter term: The term.
    /// - Throws: `invalidArgument` for an empty term or one too long; `unsupported` without term lists.
    package func delete(term: [UInt8]) throws(XapianError) {
        try callIntoXapian { error in term.lend { cx_writable_delete_by_term(error, handle, $0) } }
    }

    /// Stores a metadata value in addition to the documents, as part of the same commits; an empty value deletes it.
    ///
    /// - Parameters:
    ///   - key: The key, not empty and at most about 250 bytes long.
    ///   - value: The value, at most 100,000,000 bytes.
    /// - Throws: `invalidArgument`, `database`.
    package func setMetadata(_ key: String, to value: [UInt8]) throws(XapianError) {
        try callIntoXapian { error in
            Array(key.utf8).lend { key in value.lend { cx_writable_set_metadata(error, handle, key, $0) } }
        }
    }
}
