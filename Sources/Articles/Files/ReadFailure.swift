/// A file, or a line of one, that could not be read.
package struct ReadFailure: Error, Hashable, Sendable {
    /// The absolute path, or `-` for standard input.
    package var path: String
    /// The line, counted from 0 as in `ArticleLocation`, or nil where the whole file is meant.
    package var line: Int?
    /// The cause and the remedy, as a clause whose subject is the file or the line: "is empty".
    package var reason: String

    /// A failure of a file or of one of its lines.
    package init(path: String, line: Int? = nil, reason: String) {
        self.path = path
        self.line = line
        self.reason = reason
    }
}

/// Why something could not be read, before it is known which file or line contains it.
struct Unreadable: Error, Hashable {
    /// The cause and the remedy, as a clause.
    var reason: String
    /// The line with the error, counted from 0.
    var line: Int?

    /// The reason given for a file of nothing but blanks.
    static let empty = Unreadable(
        "is empty, and articles that it had before stay: write one into it, or take them out with tracuu remove")

    init(_ reason: String, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }
}
