import Measuring

/// The figures of every engine for every kind of query.
struct QueryFigures {
    /// The figures of one engine for one kind.
    struct Cell {
        /// The CPU time in milliseconds.
        var cpu = Quantiles()
        /// The wall-clock time from request to answer in milliseconds.
        var wall = Quantiles()
        /// The number of queries that found the article that they were made from, or one with the same text, among the
        /// ten best.
        var foundAgain = 0
        /// The number of answers without an error, as far as they were checked.
        var right = 0
    }

    /// The engines, in the order of the table.
    let engines: [String]
    private var cells: [QueryKind: [String: Cell]] = [:]

    /// Creates empty figures of engines.
    init(engines: [String]) { self.engines = engines }

    /// Adds an engine's answer to a query.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - engine: The engine's name.
    ///   - kind: The kind of the query.
    ///   - isFound: Whether the answer contains the article that the query was made from.
    ///   - isRight: Whether the answer has no error.
    mutating func add(_ answer: Answer, of engine: String, _ kind: QueryKind, isFound: Bool, isRight: Bool) {
        var cell = cells[kind]?[engine] ?? Cell()
        cell.cpu.add(Double(answer.cpu) / 1e6)
        cell.wall.add(Double(answer.wall) / 1e6)
        cell.foundAgain += isFound ? 1 : 0
        cell.right += isRight ? 1 : 0
        cells[kind, default: [:]][engine] = cell
    }

    /// The figures of an engine for a kind; nil where it answered no query.
    func cell(_ kind: QueryKind, _ engine: String) -> Cell? { cells[kind]?[engine] }
}
