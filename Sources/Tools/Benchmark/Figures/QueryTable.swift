import Measuring

/// A table of the figures of queries, with a row per engine under each kind.
struct QueryTable {
    /// The baseline engine, with which the others are compared.
    static let measure = EngineName.tantivy.title

    let figures: QueryFigures

    /// The rows of cells, the header first.
    var rows: [[String]] {
        var rows = [
            [
                "query", "engine", "n", "CPU p50", "p95", "p99", "x Tantivy p50", "p95", "wall p50", "p95",
                "again in 10", "right",
            ]
        ]
        for kind in QueryKind.allCases {
            let measure = figures.cell(kind, QueryTable.measure)
            for engine in figures.engines {
                guard let cell = figures.cell(kind, engine) else { continue }
                var row = [kind.rawValue, engine, String(cell.cpu.count)]
                row += [50, 95, 99].map { QueryTable.number(cell.cpu.percentile($0)) }
                row += [50, 95].map { percent in
                    guard let measure, measure.cpu.percentile(percent) > 0 else { return "" }
                    return QueryTable.number(cell.cpu.percentile(percent) / measure.cpu.percentile(percent))
                }
                row += [50, 95].map { QueryTable.number(cell.wall.percentile($0)) }
                row.append("\(cell.foundAgain * 100 / max(cell.cpu.count, 1)) %")
                row.append("\(cell.right)/\(cell.cpu.count)")
                rows.append(row)
            }
        }
        return rows
    }

    /// Formats a number with three digits, or all digits before its decimal point.
    static func number(_ number: Double) -> String {
        number < 0.995 ? (number * 1_000).rounded().formattedThousandths : TextTable.number(number)
    }
}

extension Double {
    /// The value in thousandths, formatted as a decimal fraction.
    fileprivate var formattedThousandths: String {
        let digits = String(Int(self))
        return "0." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
