import Measuring

/// A table of the cost of building each engine's index.
struct BuildTable {
    /// The size of the articles' titles and bodies in bytes.
    let textBytes: Int
    private(set) var rows = [
        ["index", "articles/s", "per CPU second", "CPU s", "wall s", "peak memory MB", "on disk MB", "x text", ""]
    ]

    /// Creates a table without engines.
    init(textBytes: Int) { self.textBytes = textBytes }

    /// Adds an engine.
    mutating func add(_ name: String, _ build: (figures: BuildFigures, areKept: Bool)) {
        let figures = build.figures
        let (wall, cpu) = (Double(figures.wall) / 1e9, Double(figures.cpu) / 1e9)
        rows.append([
            name, String(Int(Double(figures.articles) / max(wall, 1e-9))),
            String(Int(Double(figures.articles) / max(cpu, 1e-9))), TextTable.number(cpu), TextTable.number(wall),
            String(figures.peakMemory / 1_000_000), String(figures.bytes / 1_000_000),
            TextTable.number(Double(figures.bytes) / Double(max(textBytes, 1))), build.areKept ? "earlier" : "",
        ])
    }
}
