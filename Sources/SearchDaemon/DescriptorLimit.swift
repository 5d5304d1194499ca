import Glibc

/// The limit on the number of files and sockets that the process may have open.
enum DescriptorLimit {
    /// The number that a daemon with one search thread and one connection needs.
    static let minimum = 32

    /// The number of its own: standard streams, event loops, timers, signals, the socket and its lock.
    private static let own = 24
    /// The number that a search thread has open: the tables of the sealed and of the live database.
    private static let ofOneReader = 8

    /// Raises the limit to the maximum that the system allows this process: the usual 1,024 is less than some settings
    /// allow.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// The current limit.
    static var current: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        return Int(clamping: limit.rlim_cur)
    }

    /// Whether a connection can be accepted and some descriptors are still left for the index.
    static var hasSpare: Bool {
        // The system assigns the lowest free number, and descriptor 0 is always open.
        let lowest = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
        guard lowest >= 0 else { return false }
        close(lowest)
        let limit = current
        return Int(lowest) < limit - min(16, limit / 4)
    }

    /// The number of search threads whose tables can be open at once.
    ///
    /// - Parameters:
    ///   - wanted: the number in the settings.
    ///   - limit: the limit on open files.
    /// - Returns: the number, 1 or more.
    static func readers(_ wanted: Int, below limit: Int) -> Int {
        max(1, min(wanted, (limit - own) / ofOneReader))
    }

    /// The limit with which all search threads and connections of the settings can be open.
    static func needed(readers: Int, connections: Int) -> Int { own + readers * ofOneReader + connections }
}
