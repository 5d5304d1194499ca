/// The supported versions of the Model Context Protocol, the oldest first.
enum ContextVersion: String, CaseIterable, Comparable {
    case november2024 = "2024-11-05"
    case march2025 = "2025-03-26"
    case june2025 = "2025-06-18"

    /// Negotiates the version: the requested one where it is supported, else the newest.
    static func agreed(on wish: String?) -> ContextVersion {
        wish.flatMap { ContextVersion(rawValue: $0) } ?? .june2025
    }

    static func < (left: ContextVersion, right: ContextVersion) -> Bool { left.rawValue < right.rawValue }

    /// Whether tools have annotations, which say whether they change anything.
    var hasAnnotations: Bool { self >= .march2025 }
    /// Whether tools have a title, and results also have JSON content.
    var hasStructuredContent: Bool { self >= .june2025 }
}
