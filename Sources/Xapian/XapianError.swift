/// What went wrong in Xapian.
package struct XapianError: Error, Hashable, Sendable {
    /// What kind of error it is, for code that reacts to it.
    package var kind: Kind
    /// What happened, in Xapian's words, with its context and the operating system's reason; for people.
    package var message: String

    /// An error of this kind.
    package init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    /// The kinds of error that callers tell apart.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A file of the database cannot be read or written.
        case database
        /// The handle was closed, by `close()` or because a commit at its end failed.
        case databaseClosed
        /// The files hold what no database would: only a rebuild mends it.
        ///
        /// Xapian 1.4.22 finds a table cut short or a block of the wrong kind, but trusts the lengths inside a block.
        case databaseCorrupt
        /// A new database cannot be made: one is there already, or its folder cannot be created.
        case databaseCreate
        /// Another writer holds the lock.
        case databaseLocked
        /// Two commits have passed since the handle read its revision: reopen, and run the *whole* operation again.
        ///
        /// A damaged block can pass for one of a later commit, so a few attempts are enough.
        case databaseModified
        /// There is no database at the path.
        case databaseNotFound
        /// A database is there and cannot be opened.
        case databaseOpening
        /// The database was written by another version of Xapian.
        case databaseVersion
        /// The file system is full, or the quota is used up.
        case diskFull
        /// There is no document of that number.
        case documentNotFound
        /// An argument that can never be right: a term too long, a query too deep.
        case invalidArgument
        /// An operation that is not possible in this state, such as a commit inside a transaction.
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
    /// The message, in one line.
    package var description: String { message }
}
