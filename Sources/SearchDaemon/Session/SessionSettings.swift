package import SearchProtocol

/// What every session needs to know.
package struct SessionSettings: Sendable {
    /// The daemon's name, for `initialize`.
    package var name: String
    /// The daemon's version, for `initialize`.
    package var version: String
    /// What is accepted.
    package var limits: Limits
    /// The folder of the index that is served.
    package var indexPath: String?

    /// Settings of all sessions.
    package init(
        name: String = "tracuud", version: String, limits: Limits = Limits(), indexPath: String? = nil
    ) {
        self.indexPath = indexPath
        self.name = name
        self.version = version
        self.limits = limits
    }
}
