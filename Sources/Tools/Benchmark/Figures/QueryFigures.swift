import Measuring

/// The figures of every engine for every kind of query.
struct QueryFigures {
    /// The figures of one engine for one kind.
    struct Cell {
        /// Milliseconds on the processor.
        var cpu = Quantiles()
        /// Milliseconds from question to answer.
        var wall = Quantiles()
        /// How many queries found the article that they were made of, or one of the same text, among the ten best.
        var foundAgain = 0
        /// How many answers were right as far as they were checked.
        var right = 0
    }

    /// The engines, in the order of the table.
    let engines: [String]
    private var cells: [QueryKind: [String: Cell]] = [:]

    /// Figures of engines that nothing was asked of yet.
    init(engines: [String]) { self.engines = engines }

    /// Adds an engine's answer to a query.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - engine: The engine's name.
    ///   - kind: The kind of the query.
    ///   - isFound: Whether the article that the query was made of is there.
    ///   - isRight: Whether nothing is wrong with it.
    mutating func add(_ answer: Answer, of engine: String, _ kind: QueryKind, isFound: Bool, isRight: Bool) {
        var cell = cells[kind]?[engine] ?? Cell()
        cell.cpu.add(Double(answer.cpu) / 1e6)
        cell.wall.add(Double(answer.wall) / 1e6)
        cell.foundAgain += isFound ? 1 : 0
        cell.right += isRight ? 1 : 0
        cells[kind, default: [:]][engine] = cell
    }

    /// What is known of an engine and a kind; nil where nothing was asked.
    func cell(_ kind: QueryKind, _ engine: String) -> Cell? { cells[kind]?[engine] }
}
