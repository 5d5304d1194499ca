/// What making an index cost, and what came of it.
struct BuildFigures: Codable, Equatable {
    /// The articles put in.
    var articles: Int
    /// The time it took, in nanoseconds.
    var wall: Int
    /// The time of the processors, in nanoseconds.
    var cpu: Int
    /// The largest resident set of the process, in bytes.
    var peakMemory: Int
    /// Bytes on disk afterwards.
    var bytes = 0
    /// What the index depends on besides the articles.
    var version = ""
}
