/// The versions of the Model Context Protocol that are spoken, the oldest first.
enum ContextVersion: String, CaseIterable, Comparable {
    case november2024 = "2024-11-05"
    case march2025 = "2025-03-26"
    case june2025 = "2025-06-18"

    /// The version to speak: the one asked for where it is known, else the newest.
    static func agreed(on wish: String?) -> ContextVersion {
        wish.flatMap { ContextVersion(rawValue: $0) } ?? .june2025
    }

    static func < (left: ContextVersion, right: ContextVersion) -> Bool { left.rawValue < right.rawValue }

    /// Whether tools say whether they change anything.
    var hasAnnotations: Bool { self >= .march2025 }
    /// Whether tools have a title, and results are given as JSON too.
    var hasStructuredContent: Bool { self >= .june2025 }
}
