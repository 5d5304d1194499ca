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
    /// Where the title stands in a file of one article; nil where it is not known, or the body holds the title too.
    package var title: TitlePlace?

    /// A place in a file.
    package init(path: String, line: Int, column: TextColumn, layout: Layout, title: TitlePlace? = nil) {
        self.path = path
        self.line = line
        self.column = column
        self.layout = layout
        self.title = title
    }
}

/// Where an article's title begins in its file.
package struct TitlePlace: Hashable, Sendable {
    /// The line, counted from 0.
    package var line: Int
    /// Where the title begins in that line.
    package var column: TextColumn
    /// Whether it stands there verbatim, so that a match in it has a column of its own; a title with escapes does not.
    package var isVerbatim: Bool

    /// The place of a title.
    package init(line: Int, column: TextColumn, isVerbatim: Bool) {
        self.line = line
        self.column = column
        self.isVerbatim = isVerbatim
    }
}
