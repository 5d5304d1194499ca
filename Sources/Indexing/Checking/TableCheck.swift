import Xapian

/// Runs Xapian's own check of a database's tables and reports problems with the name of the table.
struct TableCheck {
    private static let tables = ["docdata", "termlist", "postlist", "position", "spelling", "synonym"]

    let path: String

    /// Checks every table.
    ///
    /// - Returns: the problems, one line each.
    /// - Throws: `XapianError` if the generation cannot even be opened.
    func problems() throws(XapianError) -> [String] {
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
