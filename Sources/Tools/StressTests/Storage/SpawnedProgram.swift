import ArgumentParser
import Glibc

/// A program started by this process, which any thread can kill.
final class SpawnedProgram {
    private let process: pid_t
    private var hasEnded = false

    /// Starts a program that reads nothing and appends its output to a log.
    init(_ program: String, _ arguments: [String], log: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let words = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        let number = posix_spawn(&process, program, &actions, nil, words + [nil], environ)
        guard number == 0 else {
            throw ValidationError("cannot start \(program): \(String(cString: strerror(number)))")
        }
        self.process = process
    }

    /// Whether it is still running.
    var isRunning: Bool {
        if !hasEnded && waitpid(process, nil, WNOHANG) == process { hasEnded = true }
        return !hasEnded
    }

    /// Kills it with SIGKILL, and waits until it has ended.
    func kill() {
        guard isRunning else { return }
        _ = Glibc.kill(process, SIGKILL)
        waitpid(process, nil, 0)
        hasEnded = true
    }
}
