import ArgumentParser

/// The engines by the names that options and folders have for them.
enum EngineName: String, CaseIterable, ExpressibleByArgument {
    case tracuu, stock, tantivy, fts5

    /// What the tables call it.
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
