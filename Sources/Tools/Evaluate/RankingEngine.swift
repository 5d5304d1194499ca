/// Something that ranks documents, so that what it finds can be scored.
protocol RankingEngine: Sendable {
    /// What the table calls it.
    var name: String { get }

    /// The ids of the ten best documents for each query.
    func rankings(of queries: [String]) async throws -> [[String]]
}
