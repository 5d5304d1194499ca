package import SearchProtocol

/// What every session needs to know.
package struct SessionSettings: Sendable {
    /// The daemon's name, for `initialize`.
    package var name: String
    /// The daemon's version, for `initialize`.
    package var version: String
    private let currentLimits: @Sendable () -> Limits
    /// The folder of the index that is served.
    package var indexPath: String?

    /// Settings of all sessions.
    package init(
        name: String = "tracuud", version: String, limits: Limits = Limits(), indexPath: String? = nil
    ) {
        self.init(name: name, version: version, indexPath: indexPath) { limits }
    }

    /// Settings of all sessions, whose limits can change.
    ///
    /// - Parameters:
    ///   - name: the daemon's name.
    ///   - version: the daemon's version.
    ///   - indexPath: the folder of the index that is served.
    ///   - currentLimits: what is accepted now.
    package init(
        name: String = "tracuud", version: String, indexPath: String? = nil,
        currentLimits: @escaping @Sendable () -> Limits
    ) {
        self.indexPath = indexPath
        self.name = name
        self.version = version
        self.currentLimits = currentLimits
    }

    /// What is accepted now.
    package var limits: Limits { currentLimits() }
}
