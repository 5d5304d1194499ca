import Glibc

/// The datagram socket on which a supervisor such as systemd listens: sd_notify(3), without its library.
package struct SupervisorSocket: Hashable, Sendable {
    /// The address: a path, or after a zero byte a name in Linux's abstract namespace.
    private let address: [UInt8]

    /// Creates the socket that `NOTIFY_SOCKET` names, or nil where no supervisor expects notices.
    ///
    /// A path has to be absolute; `@` begins a name in the abstract namespace. Other kinds of address are not for a
    /// service on the same machine.
    package init?(environment: [String: String]) {
        guard let name = environment["NOTIFY_SOCKET"], let first = name.utf8.first, !name.utf8.contains(0) else {
            return nil
        }
        let capacity = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
        guard name.utf8.count > 1, name.utf8.count < capacity else { return nil }
        switch first {
        case UInt8(ascii: "/"): address = Array(name.utf8)
        case UInt8(ascii: "@"): address = [0] + name.utf8.dropFirst()
        default: return nil
        }
    }

    /// Sends notices to the supervisor, in one message.
    ///
    /// - Parameter notices: the notices.
    /// - Returns: 0, or the error number: a supervisor that has gone is no reason to stop serving.
    @discardableResult
    package func tell(_ notices: SupervisorNotice...) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        // A supervisor that does not read must not block the daemon.
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let message = Array(notices.flatMap(\.lines).joined(separator: "\n").utf8)
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: address) }
        // An abstract name is delimited by the length, a path by its zero byte.
        let isPath = address.first != 0
        let length = MemoryLayout<sa_family_t>.size + address.count + (isPath ? 1 : 0)
        let sent = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), name, socklen_t(length))
            }
        }
        return sent == message.count ? 0 : errno
    }
}

/// The time on the supervisor's clock: microseconds since the machine was started, excluding sleep.
func monotonicMicroseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(clamping: time.tv_sec) * 1_000_000 + UInt64(clamping: time.tv_nsec / 1_000)
}
