/// Where an article stands in a file.
package struct ArticleLocation: Hashable, Sendable {
    /// What a file holds.
    package enum Layout: UInt8, Hashable, Sendable {
        /// One article a file: the body stands in it verbatim, so a match has a line and a column of its own.
        case text = 0
        /// One article a line (JSON Lines): every match is on the record's line.
        case record = 1
    }

    /// The file's absolute path.
    package var path: String
    /// The line, counted from 0: the record's, or the one where the body begins.
    package var line: Int
    /// Where the body begins in that line; the line's start for a record.
    package var column: TextColumn
    /// What the file holds.
    package var layout: Layout

    /// A place in a file.
    package init(path: String, line: Int, column: TextColumn, layout: Layout) {
        self.path = path
        self.line = line
        self.column = column
        self.layout = layout
    }
}
