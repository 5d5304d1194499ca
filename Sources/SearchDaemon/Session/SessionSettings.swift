package import SearchProtocol

/// What every session needs to know.
package struct SessionSettings: Sendable {
    /// The daemon's name, for `initialize`.
    package var name: String
    /// The daemon's version, for `initialize`.
    package var version: String
    /// What is accepted.
    package var limits: Limits

    /// Settings of all sessions.
    package init(name: String = "tracuud", version: String, limits: Limits = Limits()) {
        self.name = name
        self.version = version
        self.limits = limits
    }
}
