import Foundation

/// The spellings of a path that look alike: each name composed (`ố` is one scalar) or decomposed (three).
///
/// They are names of different files, and the index keeps the one that the file has. Files copied from a Mac often have
/// decomposed names, which keyboards do not type.
package enum PathSpellings {
    /// The maximum number of names in a path that are spelled one by one; of a path with more, all in the same way.
    private static let mostNames = 6

    /// Returns the spellings of a path other than its own; none for one of ASCII alone.
    package static func others(of path: String) -> [String] {
        guard path.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
        var found: [[String]] = [[]]
        let names = path.split(separator: "/", omittingEmptySubsequences: false).map { spellings(of: String($0)) }
        if names.count(where: { $0.count > 1 }) > mostNames {
            found = [names.map { $0[0] }, names.map { $0[$0.count - 1] }]
        } else {
            for name in names { found = found.flatMap { start in name.map { start + [$0] } } }
        }
        // Strings compare as equal where only their spelling differs.
        return found.map { $0.joined(separator: "/") }.filter { !$0.utf8.elementsEqual(path.utf8) }
    }

    /// The composed and the decomposed spelling of a name; one where they are the same.
    private static func spellings(of name: String) -> [String] {
        let (composed, decomposed) = (
            name.precomposedStringWithCanonicalMapping, name.decomposedStringWithCanonicalMapping
        )
        return composed.utf8.elementsEqual(decomposed.utf8) ? [composed] : [composed, decomposed]
    }
}
