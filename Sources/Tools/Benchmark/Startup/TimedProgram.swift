import ArgumentParser
import Glibc

/// A program started without Foundation's overhead, so that little except its own time is measured.
struct TimedProgram {
    let process: pid_t
    private let start: ContinuousClock.Instant

    /// The times that a program took from its start to its end.
    struct Times {
        /// The wall-clock time in nanoseconds.
        let wall: Int
        /// The CPU time in nanoseconds.
        let cpu: Int
        /// The exit status; nil where a signal ended it.
        var exitStatus: Int32?
    }

    /// Starts a program whose output is discarded.
    ///
    /// - Parameters:
    ///   - program: its path, or its name in `PATH`.
    ///   - arguments: its arguments.
    ///   - variables: environment variables in addition to those of this process.
    /// - Throws: `ValidationError` where it cannot be started.
    init(_ program: String, _ arguments: [String], variables: [String: String] = [:]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        let words = ([program] + arguments).map { strdup($0) }
        let added = variables.map { strdup($0.key + "=" + $0.value) }
        defer { for word in words + added { free(word) } }
        // Of two variables with the same name the first counts.
        var environment = added
        var entry = environ
        while let variable = entry.pointee {
            environment.append(variable)
            entry += 1
        }
        var process = pid_t()
        start = .now
        let number = posix_spawnp(&process, program, &actions, nil, words + [nil], environment + [nil])
        guard number == 0 else {
            throw ValidationError("cannot start \(program): \(String(cString: strerror(number)))")
        }
        self.process = process
    }

    /// The time since it was started, in nanoseconds.
    var elapsed: Int { start.duration(to: .now).nanoseconds }

    /// Waits for its end.
    func wait() -> Times {
        var (status, usage) = (Int32(0), rusage())
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        let wall = elapsed
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        let cpu = (seconds * 1_000_000 + Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)) * 1_000
        return Times(wall: wall, cpu: cpu, exitStatus: status & 0x7F == 0 ? status >> 8 & 0xFF : nil)
    }
}
