import Glibc

/// The process at the other end of a Unix socket, as the kernel vouches for it.
///
/// The layout is that of Linux's `struct ucred`, which the C library shows only to GNU programs: socket(7), SO_PEERCRED.
package struct PeerCredentials: Sendable {
    /// The process's number.
    package var process: Int32 = 0
    /// The effective user when it connected.
    package var user: UInt32 = .max
    /// The effective group when it connected.
    package var group: UInt32 = .max

    /// Nobody yet: what the kernel fills in.
    package init() {}

    /// Whether it is the user of this process; not even root is let in, who can become that user.
    package var isSameUser: Bool { user == geteuid() }
}
