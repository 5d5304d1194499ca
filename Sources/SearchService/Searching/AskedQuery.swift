import QueryLanguage
import SearchProtocol

/// A query as a client sent it, and what the client counts positions in.
struct AskedQuery {
    let text: String
    let encoding: PositionEncoding

    /// The error with its place counted as the client does.
    func placed(_ error: QueryError) -> QueryError {
        let ends = encoding.offsets(ofBytes: [error.column, error.column + error.length], in: text)
        var placed = error
        (placed.column, placed.length) = (ends[0], ends[1] - ends[0])
        return placed
    }
}
