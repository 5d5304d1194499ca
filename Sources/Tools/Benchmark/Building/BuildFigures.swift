/// The cost and the result of building an index.
struct BuildFigures: Codable, Equatable {
    /// The number of articles indexed.
    var articles: Int
    /// The wall-clock time in nanoseconds.
    var wall: Int
    /// The CPU time in nanoseconds.
    var cpu: Int
    /// The largest resident set of the process, in bytes.
    var peakMemory: Int
    /// The size on disk afterwards, in bytes.
    var bytes = 0
    /// The versions that the index depends on besides the articles.
    var version = ""
}
