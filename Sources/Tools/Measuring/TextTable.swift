import Foundation

/// A small table for the terminal: the first column is left-aligned, numbers are right-aligned.
package struct TextTable {
    private var rows: [[String]]

    /// Creates a table from rows, the first of which is the header.
    package init(rows: [[String]]) { self.rows = rows }

    /// Creates a table with a header.
    package init(_ head: [String]) { rows = [head] }

    /// Adds a row with at most as many cells as the header.
    package mutating func add(_ row: [String]) { rows.append(row) }

    /// Formats a number with its significant digits.
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
