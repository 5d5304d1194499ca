import Glibc

/// The limits that the system sets to this process and below which it cannot run: the runtime would trap, or wait forever for
/// a thread.
package enum ProcessLimits {
    /// Raises the limit on open files as far as the system allows, and checks that the limits suffice.
    ///
    /// Call it before anything that starts threads or opens files.
    ///
    /// - Throws: `ProcessLimitError` for the first that does not.
    package static func check() throws(ProcessLimitError) {
        DescriptorLimit.raise()
        let files = DescriptorLimit.current
        guard files >= DescriptorLimit.minimum else {
            throw .openFiles(limit: files, needed: DescriptorLimit.minimum)
        }
        let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        // Each thread reserves a stack and an area for its memory, of which it uses little.
        let space = 768 + 128 * processors
        if let limit = mebibytes(RLIMIT_AS), limit < space {
            throw .memory(kind: "address space (ulimit -v)", limit: limit, needed: space)
        }
        let data = 128 + 32 * processors
        if let limit = mebibytes(RLIMIT_DATA), limit < data {
            throw .memory(kind: "data (ulimit -d)", limit: limit, needed: data)
        }
    }

    /// A limit in MiB, or nil where there is none.
    private static func mebibytes(_ resource: __rlimit_resource) -> Int? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return nil }
        return Int(clamping: limit.rlim_cur) == .max ? nil : Int(clamping: limit.rlim_cur) >> 20
    }
}

/// A limit of the system that is too low for the daemon.
package enum ProcessLimitError: Error, Hashable, Sendable {
    /// The limit on open files, and the number needed.
    case openFiles(limit: Int, needed: Int)
    /// A limit on memory, in MiB.
    case memory(kind: String, limit: Int, needed: Int)
}

extension ProcessLimitError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .openFiles(let limit, let needed):
            "the limit on open files (ulimit -n) is \(limit), and the daemon needs \(needed) or more; "
                + "raise it, as with ulimit -n 1024, or with LimitNOFILE= in its unit"
        case .memory(let kind, let limit, let needed):
            "the limit on \(kind) is \(limit) MiB, and the daemon needs \(needed) MiB or more; raise it, or lift it"
        }
    }
}
