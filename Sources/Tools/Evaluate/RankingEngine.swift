/// An engine that ranks documents, so that its rankings can be scored.
protocol RankingEngine: Sendable {
    /// The name in the table.
    var name: String { get }

    /// The ids of the ten best documents for each query.
    func rankings(of queries: [String]) async throws -> [[String]]
}
