import QueryLanguage
import SearchProtocol

/// A query as a client sent it, and the client's position encoding.
struct AskedQuery {
    let text: String
    let encoding: PositionEncoding

    /// The error with its position in the client's encoding.
    func placed(_ error: QueryError) -> QueryError {
        let ends = encoding.offsets(ofBytes: [error.column, error.column + error.length], in: text)
        var placed = error
        (placed.column, placed.length) = (ends[0], ends[1] - ends[0])
        return placed
    }
}
