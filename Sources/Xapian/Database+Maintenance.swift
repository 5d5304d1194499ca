import CXapian

/// The result of checking a database.
package struct CheckReport: Hashable, Sendable {
    /// The number of problems; 0 for a sound database.
    package var problemCount: Int
    /// Xapian's report on each table, in lines.
    package var text: String
    /// The error that ended the check early; the text then ends with the table being checked.
    package var failure: XapianError?
}

/// The options of a compaction.
package struct CompactionOptions: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    /// Creates options from these bits of the C interface.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Documents keep their numbers, which requires that the sources' ranges of numbers do not overlap.
    package static let keepsDocumentIDs = CompactionOptions(rawValue: CX_KEEP_IDS.rawValue)
    /// More than three sources are merged in several passes: faster, but with more space used by temporary files.
    package static let multipass = CompactionOptions(rawValue: CX_MULTIPASS.rawValue)
    /// The destination is a single read-only file.
    package static let singleFile = CompactionOptions(rawValue: CX_SINGLE_FILE.rawValue)
    /// The result is slightly smaller still; not for a database that will be written to.
    package static let fuller = CompactionOptions(rawValue: CX_FULLER.rawValue)
}

extension Database {
    /// Reads every table of a database and compares the tables with each other; takes time in proportion to its size.
    ///
    /// On a damaged database Xapian 1.4.22 may read past a block's end; a separate process isolates that.
    ///
    /// - Parameter path: The folder of the database. Commits during the check are reported as problems.
    /// - Returns: The problems and the report.
    /// - Throws: `databaseNotFound`, `databaseOpening` and similar errors if there is nothing to check.
    package static func check(path: String) throws(XapianError) -> CheckReport {
        var (report, error) = (cx_block(), cx_error())
        let result = Array(path.utf8).lend { cx_check(&error, $0, &report) }
        let text = Block(report).text
        if error.kind == CX_OK { return CheckReport(problemCount: Int(clamping: result), text: text) }
        let failure = XapianError(error)
        // If it failed before the first table, there is nothing to check.
        guard !text.isEmpty else { throw failure }
        return CheckReport(problemCount: 1, text: text, failure: failure)
    }

    /// Writes the documents of one or several databases to a new compact database, which starts at revision 1 again.
    ///
    /// Unless documents keep their numbers, all numbers of one source are shifted by the same offset. If several
    /// sources have the same metadata key, the value of the first is used. After an error the caller should delete the
    /// destination.
    ///
    /// - Parameters:
    ///   - sources: The folders of the databases, in order; their latest commits are read.
    ///   - destination: The folder of the new database, or its file with `singleFile`.
    ///   - options: The options of the compaction.
    /// - Throws: The errors of opening the sources; `databaseModified` if two commits happen meanwhile; `diskFull`.
    package static func compact(
        from sources: [String], to destination: String, options: CompactionOptions = []
    ) throws(XapianError) {
        guard !sources.isEmpty else { throw XapianError(kind: .invalidArgument, message: "no database to compact") }
        try callIntoXapian { error in
            lend(sources) { sources in
                guard let start = sources.baseAddress else { return }
                Array(destination.utf8).lend { cx_compact(error, start, sources.count, $0, options.rawValue) }
            }
        }
    }
}
