package import SearchProtocol

/// The settings that all sessions share.
package struct SessionSettings: Sendable {
    /// The daemon's name, for `initialize`.
    package var name: String
    /// The daemon's version, for `initialize`.
    package var version: String
    private let currentLimits: @Sendable () -> Limits
    /// The folder of the index that is served.
    package var indexPath: String?

    /// Creates the settings of all sessions.
    package init(
        name: String = "tracuud", version: String, limits: Limits = Limits(), indexPath: String? = nil
    ) {
        self.init(name: name, version: version, indexPath: indexPath) { limits }
    }

    /// Creates the settings of all sessions with limits that can change.
    ///
    /// - Parameters:
    ///   - name: the daemon's name.
    ///   - version: the daemon's version.
    ///   - indexPath: the folder of the index that is served.
    ///   - currentLimits: returns the current limits.
    package init(
        name: String = "tracuud", version: String, indexPath: String? = nil,
        currentLimits: @escaping @Sendable () -> Limits
    ) {
        self.indexPath = indexPath
        self.name = name
        self.version = version
        self.currentLimits = currentLimits
    }

    /// The current limits.
    package var limits: Limits { currentLimits() }
}
