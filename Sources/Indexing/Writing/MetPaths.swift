import CXXHash
import IndexStorage

/// The files that a run has met, and the folders above them, as hashes of their terms: 8 bytes a path.
///
/// Two paths with the same hash count as one, so at worst a path that is gone counts as met.
package struct MetPaths: Sendable {
    private var hashes: Set<UInt64> = []

    /// Creates an empty set.
    package init() {}

    /// Adds an absolute path and the folders above it.
    package mutating func insert(_ path: String) {
        var place = path[...]
        // Where a folder is in the set, so are those above it.
        while !place.isEmpty, hashes.insert(MetPaths.hash(TermPrefix.path.term(place.utf8))).inserted {
            guard let slash = place.lastIndex(of: "/") else { return }
            place = place[..<slash]
        }
    }

    /// Whether a path is a file that was met, or a folder above one.
    package func contains(_ path: String) -> Bool { contains(term: TermPrefix.path.term(path)) }

    /// Whether the path of a term is in the set.
    func contains(term: [UInt8]) -> Bool { hashes.contains(MetPaths.hash(term)) }

    private static func hash(_ term: [UInt8]) -> UInt64 {
        term.withUnsafeBufferPointer { XXH3_64bits($0.baseAddress, $0.count) }
    }
}
