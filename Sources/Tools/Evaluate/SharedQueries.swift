import Foundation

/// Ranks queries, which are distributed over one worker per core.
///
/// - Parameters:
///   - queries: The queries.
///   - makeRanker: Makes a ranker for one worker, which returns, for a query, the ids of the best documents in order.
/// - Returns: A ranking for each query, in the order of the queries.
/// - Throws: Any error of a ranker.
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
