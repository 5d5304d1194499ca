import Glibc

/// The limit on the number of files and sockets that the process may have open.
enum DescriptorLimit {
    /// Raises the limit to the maximum that the system allows this process: the usual 1,024 is less than some settings
    /// allow.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
