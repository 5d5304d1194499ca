import Foundation

/// A small table for the terminal: the first column to the left, numbers to the right.
package struct TextTable {
    private var rows: [[String]]

    /// A table of rows, the first of which is its head.
    package init(rows: [[String]]) { self.rows = rows }

    /// A table with a head.
    package init(_ head: [String]) { rows = [head] }

    /// Adds a row of as many cells, or fewer.
    package mutating func add(_ row: [String]) { rows.append(row) }

    /// A number with as many digits as say something.
    package static func number(_ number: Double) -> String {
        String(format: number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f", number)
    }

    /// The rows as a table of Markdown.
    package var markdown: String {
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        let rule = "|" + String(repeating: "---|", count: rows.first?.count ?? 0)
        return (lines.prefix(1) + [rule] + lines.dropFirst()).joined(separator: "\n")
    }

    /// The rows as aligned columns.
    package var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
