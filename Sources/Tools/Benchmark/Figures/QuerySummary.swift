import Measuring

/// A small table of the CPU time of queries in milliseconds, with a row per kind and a column per engine: p50 / p95.
struct QuerySummary {
    /// The pairs of engines to compare, with the names of the ratios.
    private static let ratios = [
        ("daemon : Tantivy", TracuuDaemon.plainName, EngineName.tantivy.title),
        ("with snippets", TracuuDaemon.snippetName, PeerEngine.snippetName),
    ]

    let figures: QueryFigures

    /// The rows of cells, the header first.
    var rows: [[String]] {
        let ratios = QuerySummary.ratios.filter { figures.engines.contains($0.1) && figures.engines.contains($0.2) }
        var rows = [["CPU ms, p50 / p95"] + figures.engines + ratios.map(\.0)]
        for kind in QueryKind.allCases {
            var row = [kind.rawValue]
            for engine in figures.engines {
                row.append(pair(kind, engine) { QueryTable.number($0.cpu.percentile($1)) } ?? "-")
            }
            for (_, engine, measure) in ratios {
                let ratio = figures.cell(kind, measure).flatMap { measure in
                    pair(kind, engine) {
                        QueryTable.number($0.cpu.percentile($1) / max(measure.cpu.percentile($1), 1e-9))
                    }
                }
                row.append(ratio ?? "-")
            }
            rows.append(row)
        }
        return rows
    }

    private func pair(_ kind: QueryKind, _ engine: String, _ text: (QueryFigures.Cell, Int) -> String) -> String? {
        guard let cell = figures.cell(kind, engine), cell.cpu.count > 0 else { return nil }
        return [50, 95].map { text(cell, $0) }.joined(separator: " / ")
    }
}
