import Foundation
import Xapian
import XapianGlass

/// Runs Xapian's own check of a database's tables and reports problems with the name of the table.
///
/// Xapian opens the tables for writing, although it writes nothing. Where that is not possible, as for another user's
/// index, the structure of the tables is checked without Xapian.
struct TableCheck {
    private static let tables = ["docdata", "termlist", "postlist", "position", "spelling", "synonym"]

    let path: String

    /// Checks every table.
    ///
    /// - Returns: the problems, one line each.
    /// - Throws: `XapianError` if the generation cannot even be opened.
    func problems() throws(XapianError) -> [String] {
        guard isWritable else {
            return try GlassTableCheck.problems(in: path).map { problem($0.text, in: $0.table) }
        }
        let report = try Database.check(path: path)
        guard report.problemCount > 0 else { return [] }
        var (found, table): ([String], String?) = ([], nil)
        for line in report.text.split(whereSeparator: \.isNewline).map(String.init) {
            if line.hasSuffix(":"), Self.tables.contains(String(line.dropLast())) {
                table = String(line.dropLast())
            } else if !Self.isSummary(line), found.count < CheckRun.mostProblems {
                found.append(problem(line, in: table))
            }
        }
        if let failure = report.failure { found.append(problem(failure.message, in: table)) }
        return found.isEmpty
            ? [problem("\(report.problemCount) problems, of which Xapian says no more", in: nil)] : found
    }

    private var isWritable: Bool {
        Self.tables.allSatisfy { access("\(path)/\($0).glass", W_OK) == 0 || errno == ENOENT }
    }

    private func problem(_ text: String, in table: String?) -> String {
        let database = path.split(separator: "/").last ?? ""
        return "\(database): " + (table.map { "table \($0): " } ?? "the tables: ") + text + CheckStage.recovery
    }

    /// Returns whether a line reports the table's size, reports no problem, or only counts problems reported before.
    private static func isSummary(_ line: String) -> Bool {
        ["blocksize=", "B-tree ", "Lazily created", "Not present"].contains { line.hasPrefix($0) }
            || line.contains("checked OK") || line.contains("errors found:")
    }
}
