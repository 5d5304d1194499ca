/// An error of Xapian.
package struct XapianError: Error, Hashable, Sendable {
    /// The kind of the error, for code that handles it.
    package var kind: Kind
    /// Xapian's description for people, with its context and the operating system's reason.
    package var message: String

    /// Creates an error of a kind.
    package init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    /// The kinds of error that callers distinguish.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A file of the database cannot be read or written.
        case database
        /// The handle was closed, by `close()` or because a commit at its end failed.
        case databaseClosed
        /// The files have contents that no valid database has; only a rebuild repairs it.
        ///
        /// Xapian 1.4.22 detects a truncated table or a block of the wrong kind, but does not verify the lengths inside
        /// a block.
        case databaseCorrupt
        /// A new database cannot be created: one exists already, or its folder cannot be created.
        case databaseCreate
        /// Another writer holds the lock.
        case databaseLocked
        /// Two commits have happened since the handle's revision: reopen the database, and repeat the *whole*
        /// operation.
        ///
        /// A damaged block can look like one of a later commit, so callers should try only a few times.
        case databaseModified
        /// There is no database at the path.
        case databaseNotFound
        /// A database exists and cannot be opened.
        case databaseOpening
        /// The database was written by another version of Xapian.
        case databaseVersion
        /// The file system is full, or the quota is used up.
        case diskFull
        /// There is no document with that number.
        case documentNotFound
        /// An argument that is never valid: a term too long, a query too deep.
        case invalidArgument
        /// An operation that is not allowed in this state, such as a commit inside a transaction.
        case invalidOperation
        /// A feature that this database lacks, such as the terms of a document without a term list.
        case unsupported
        /// More terms begin with a prefix than the query allows.
        case tooManyTerms
        /// Memory ran out.
        case memory
        /// The search's guard was cancelled.
        case cancelled
        /// The search's guard reached its deadline.
        case deadline
        /// Anything else.
        case other
    }
}

extension XapianError: CustomStringConvertible {
    /// The message, on one line.
    package var description: String { message }
}
