/// The reason why the settings cannot be used: the place, the cause and the remedy, on one line.
package struct SettingsError: Error, Hashable, Sendable {
    /// The place of the error: a file with its line, an option or an environment variable.
    package var place: String
    /// The cause and the remedy.
    package var reason: String

    /// Creates an error at a place.
    package init(place: String, reason: String) {
        self.place = place
        self.reason = reason
    }
}

extension SettingsError: CustomStringConvertible {
    /// The error on one line.
    package var description: String { "\(place): \(reason)" }
}
