import Glibc
internal import SearchProtocol
internal import UnixSockets

/// Starts programs in their own session, with no signal blocked or ignored.
enum SpawnedProgram {
    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: its absolute path.
    ///   - arguments: its arguments, without its own name.
    ///   - arrange: sets up the program's descriptors.
    /// - Returns: the process id.
    /// - Throws: `ClientError.launchFailed`.
    static func start(
        _ program: String, _ arguments: [String], _ arrange: (inout posix_spawn_file_actions_t) -> Void
    ) throws(ClientError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        arrange(&actions)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // 0x80 is glibc's POSIX_SPAWN_SETSID, which its header shows only to GNU programs.
        let flags = Int32(0x80) | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

        let words = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        let number = posix_spawn(&process, program, &actions, &attributes, words + [nil], environ)
        guard number == 0 else {
            throw .launchFailed(.system(action: "start \(program)", reason: UnixSocket.reason(number)))
        }
        return process
    }
}
