import Foundation

/// The scores of a run, a row for each set of queries and spelling.
struct ScoreTable: Encodable {
    /// The scores of one set in one spelling.
    struct Row: Encodable {
        let collection: String
        let querySet: String
        let spelling: Spelling
        let engine: String
        let queries: Int
        let scores: Scores
        /// The total time of all queries in seconds.
        let seconds: Double
    }

    var rows: [Row] = []

    /// The rows as aligned columns.
    var text: String {
        let header = [
            "collection", "queries", "spelling", "engine", "n", "first", "MRR@10", "nDCG@10", "recall@10", "s",
        ]
        let cells =
            [header]
            + rows.map { row in
                [row.collection, row.querySet, row.spelling.rawValue, row.engine, String(row.queries)]
                    + [row.scores.first, row.scores.reciprocalRank, row.scores.gain, row.scores.recall]
                    .map { String(format: "%.4f", $0) } + [String(format: "%.1f", row.seconds)]
            }
        let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { line in
            line.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column < 4 ? cell + padding : padding + cell
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// The rows as a JSON array.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(rows), as: UTF8.self)
    }
}
