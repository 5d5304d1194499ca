import CXapian

/// What a check of a database found.
package struct CheckReport: Hashable, Sendable {
    /// How many problems there are; 0 for a sound database.
    package var problemCount: Int
    /// What Xapian says about each table, in lines.
    package var text: String
    /// What ended the check early; the text then ends with the table that it was at.
    package var failure: XapianError?
}

/// How to compact.
package struct CompactionOptions: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    /// The options with these bits of the C interface.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Documents keep their numbers, for which the sources' ranges of numbers must not overlap.
    package static let keepsDocumentIDs = CompactionOptions(rawValue: CX_KEEP_IDS.rawValue)
    /// More than three sources are merged in several passes: faster, for more room in temporary files.
    package static let multipass = CompactionOptions(rawValue: CX_MULTIPASS.rawValue)
    /// The destination becomes one file, which can only be read.
    package static let singleFile = CompactionOptions(rawValue: CX_SINGLE_FILE.rawValue)
    /// A little smaller still; not for a database that will be written to.
    package static let fuller = CompactionOptions(rawValue: CX_FULLER.rawValue)
}

extension Database {
    /// Reads every table of a database and compares them with each other; as slow as the database is large.
    ///
    /// On a damaged database Xapian 1.4.22 may read past a block's end; a process of its own keeps that apart.
    ///
    /// - Parameter path: The folder of the database. Commits during the check are reported as problems.
    /// - Returns: The problems and the report.
    /// - Throws: `databaseNotFound`, `databaseOpening` and the like where there is nothing that could be checked.
    package static func check(path: String) throws(XapianError) -> CheckReport {
        var (report, error) = (cx_block(), cx_error())
        let result = Array(path.utf8).lend { cx_check(&error, $0, &report) }
        let text = Block(report).text
        if error.kind == CX_OK { return CheckReport(problemCount: Int(clamping: result), text: text) }
        let failure = XapianError(error)
        // Before it has come to a table, there is nothing that could be checked.
        guard !text.isEmpty else { throw failure }
        return CheckReport(problemCount: 1, text: text, failure: failure)
    }

    /// Writes the documents of one or several databases to a new compact one, which starts again at revision 1.
    ///
    /// Unless they keep their numbers, each source's documents move by one offset. Metadata that several sources have
    /// is taken from the first. After an error the destination is to be deleted.
    ///
    /// - Parameters:
    ///   - sources: The folders of the databases, in order; their last commits are read.
    ///   - destination: The folder of the new database, or its file with `singleFile`.
    ///   - options: How to do it.
    /// - Throws: What opening the sources throws; `databaseModified` where two commits happen meanwhile; `diskFull`.
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
