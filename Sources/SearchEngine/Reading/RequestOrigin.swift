/// Who asks, so that readers are shared out fairly and what is typed later takes the place of what was typed before.
package struct RequestOrigin: Hashable, Sendable {
    /// The connection's number; this process itself is 0.
    package var connection: Int
    /// The request's number in its connection, which rises with every request; nil where there is no such order.
    package var number: Int?

    /// A request of a connection.
    package init(connection: Int, number: Int?) {
        self.connection = connection
        self.number = number
    }

    /// What this process asks for itself.
    package static let ownProcess = RequestOrigin(connection: 0, number: nil)
}

/// What kind of work a reader is asked for, which decides how soon it is done.
package enum ReadingKind: Hashable, Sendable {
    /// What changes with every key: it goes first, and a newer one of the same connection supersedes it.
    case typing(TypingLine)
    /// A look at one article or at the index's figures, done in less than a millisecond: it goes first as well.
    case lookup
    /// Anything else.
    case search

    /// What a typing client asks side by side with every key.
    package enum TypingLine: Hashable, Sendable {
        /// A search whose last word is unfinished.
        case search
        /// Completions and corrections.
        case suggestions
    }

    /// Whether it goes before others.
    var isInteractive: Bool { self != .search }
}
