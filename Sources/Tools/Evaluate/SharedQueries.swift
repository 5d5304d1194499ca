import Foundation

/// The rankings of queries, which are shared out to one worker a core.
///
/// - Parameters:
///   - queries: What to ask.
///   - makeRanker: Makes what one worker alone asks: given a query, it answers the ids of the best documents in order.
/// - Returns: A ranking for each query, in the order of the queries.
/// - Throws: What a ranker throws.
func shareOut(
    _ queries: [String], to makeRanker: @Sendable @escaping () throws -> (String) async throws -> [String]
) async throws -> [[String]] {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(of: [(Int, [String])].self) { group in
        for offset in 0..<workers {
            group.addTask {
                let rank = try makeRanker()
                var rankings: [(Int, [String])] = []
                for place in stride(from: offset, to: queries.count, by: workers) {
                    rankings.append((place, try await rank(queries[place])))
                }
                return rankings
            }
        }
        var all = [[String]](repeating: [], count: queries.count)
        for try await rankings in group {
            for (place, ranking) in rankings { all[place] = ranking }
        }
        return all
    }
}
