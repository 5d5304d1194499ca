/// The origin of a request, which makes the sharing of readers fair and lets newer input supersede older input.
package struct RequestOrigin: Hashable, Sendable {
    /// The connection's number; 0 for this process itself.
    package var connection: Int
    /// The request's number in its connection, which rises with every request; nil if there is no such order.
    package var number: Int?

    /// Creates the origin of a connection's request.
    package init(connection: Int, number: Int?) {
        self.connection = connection
        self.number = number
    }

    /// The origin of requests that this process makes itself.
    package static let ownProcess = RequestOrigin(connection: 0, number: nil)
}

/// The kind of work, which determines its priority.
package enum ReadingKind: Hashable, Sendable {
    /// A request made with every keystroke: it has priority, and a newer one of the same connection supersedes it.
    case typing(TypingLine)
    /// A lookup of one article or of the index's figures, done in less than a millisecond: it has priority as well.
    case lookup
    /// Anything else.
    case search

    /// The kinds of request that a typing client makes side by side with every keystroke.
    package enum TypingLine: Hashable, Sendable {
        /// A search whose last word is unfinished.
        case search
        /// Completions and corrections.
        case suggestions
    }

    /// Whether it has priority over others.
    var isInteractive: Bool { self != .search }
}
