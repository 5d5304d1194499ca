import IndexStorage
import QueryLanguage
import SearchEngine
import SearchProtocol

extension ProtocolError {
    /// Converts a search's error; a position in the query is counted in the client's encoding.
    init(_ error: SearchError, in asked: AskedQuery? = nil) {
        switch error {
        case .query(let query): self.init(query, in: asked)
        case .index(let index): self.init(index)
        case .cancelled: self.init(.cancelled, "the request was cancelled")
        case .superseded:
            self.init(.cancelled, "superseded by a newer request of this connection; only the newest one is answered")
        case .busy(let waiting):
            self.init(.busy, "\(waiting) requests wait for a reader already (limits.queue); ask again later")
        case .deadlinePassed:
            self.init(
                .deadlinePassed, "the search took longer than its deadline; ask for rarer words or allow more time")
        case .snapshotExpired(let revision):
            self.init(
                .contentModified,
                "the index has changed since revision \(revision), and this page of its ranking is not kept; "
                    + "search again from the first page")
        case .unknownArticle(let id):
            self.init(.invalidParams, "no article has the id \(id); tracuu search shows ids with --json")
        }
    }

    /// Converts the error of a query that cannot be parsed.
    init(_ error: QueryError, in asked: AskedQuery?) {
        let error = asked?.placed(error) ?? error
        self = .badQuery(
            error.description,
            at: BadQueryData(column: error.column, length: error.length, expected: error.expected))
    }

    /// Converts the error of an index that cannot be used.
    init(_ error: IndexError) {
        switch error {
        case .suspended: self.init(.busy, error.description)
        case .cancelled: self.init(.cancelled, error.description)
        case .unsuitable: self.init(.invalidParams, error.description)
        default: self = .unusable(error)
        }
    }

    private static func unusable(_ error: IndexError) -> ProtocolError {
        .indexUnusable(error.description, IndexUnusableData(reason: error.reason, recovery: error.recovery))
    }
}
