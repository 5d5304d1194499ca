import SearchProtocol

/// The page of hits that a command line asks for: `--limit` hits behind the first `--offset`.
///
/// A page without hits does not mean that nothing was found: `--limit 0` asks for none, and `--offset` may lie behind
/// the last.
struct AskedPage {
    let limit: Int
    let offset: Int

    /// The limit of the request.
    ///
    /// Without a single hit, a search may end before it knows whether there is any.
    var requestedLimit: Int { limit == 0 && offset == 0 ? 1 : limit }

    /// The result without what was requested beyond the page.
    func cut(_ result: SearchResult) -> SearchResult {
        guard limit == 0 else { return result }
        var cut = result
        cut.hits = []
        return cut
    }

    /// Whether no article was found at all.
    func isNothing(_ result: SearchResult) -> Bool { result.hits.isEmpty && result.total.value == 0 }

    /// The clause behind the total that says why there are no hits; empty where there are some, or none were wanted.
    func remark(on result: SearchResult) -> String {
        result.hits.isEmpty && limit > 0 && offset > 0 ? ", none after the first \(offset)" : ""
    }
}
