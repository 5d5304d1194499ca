import Glibc

/// The process at the other end of a Unix socket, as reported by the kernel.
///
/// The layout is that of Linux's `struct ucred`, which the C library declares only with `_GNU_SOURCE`: socket(7),
/// SO_PEERCRED.
package struct PeerCredentials: Sendable {
    /// The process id.
    package var process: Int32 = 0
    /// The effective user when it connected.
    package var user: UInt32 = .max
    /// The effective group when it connected.
    package var group: UInt32 = .max

    /// Creates empty credentials for the kernel to fill in.
    package init() {}

    /// Whether it is the user of this process.
    ///
    /// Root is not accepted either; it can become that user.
    package var isSameUser: Bool { user == geteuid() }
}
