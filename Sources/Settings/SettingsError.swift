/// Why the settings cannot be used: where it stands, the cause and the mend, in one line.
package struct SettingsError: Error, Hashable, Sendable {
    /// Where the trouble is: a file with its line, an option or an environment variable.
    package var place: String
    /// What is wrong and what would mend it.
    package var reason: String

    /// An error at a place.
    package init(place: String, reason: String) {
        self.place = place
        self.reason = reason
    }
}

extension SettingsError: CustomStringConvertible {
    /// The error in one line.
    package var description: String { "\(place): \(reason)" }
}
