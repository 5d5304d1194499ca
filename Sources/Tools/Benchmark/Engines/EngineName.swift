import ArgumentParser

/// The engines, by their names in options and folders.
enum EngineName: String, CaseIterable, ExpressibleByArgument {
    case tracuu, stock, tantivy, fts5

    /// The name in tables.
    var title: String {
        switch self {
        case .tracuu: "tracuu"
        case .stock: "stock Xapian"
        case .tantivy: "Tantivy"
        case .fts5: "SQLite FTS5"
        }
    }

    /// Whether Python drives it.
    var isDrivenByPython: Bool { self == .tantivy || self == .fts5 }
}
