/// Why a path cannot be used.
package struct PathError: Error, Hashable, CustomStringConvertible {
    /// The path as it was given.
    package let path: String
    /// The cause and the remedy, as a clause whose subject is the path.
    package let reason: String

    package var description: String { "\(path): \(reason)" }

    static let notUTF8 = "leads to a name that is not UTF-8: rename it"
}
