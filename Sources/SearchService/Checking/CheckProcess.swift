import Foundation
import Indexing

/// One stage of a check, in a separate process.
struct CheckProcess {
    /// How the process ended.
    enum End: Hashable {
        /// It checked everything.
        case finished
        /// Commits overtook it.
        case snapshotExpired
        /// It was ended by a signal.
        case crashed(signal: Int32)
        /// It exited, or could not be started, without reporting why; the string says what is known.
        case failed(String)
    }

    private let identifier: pid_t
    private let output: Int32

    /// Starts a program that knows how to check.
    ///
    /// - Parameters:
    ///   - program: its path; `/proc/self/exe` is this one, even where its file has been replaced.
    ///   - stage: the stage to run.
    ///   - path: the folder of the generation.
    /// - Throws: `CheckError`.
    init(_ program: String, _ stage: CheckStage, of path: String) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw CheckError(action: "make a pipe", number: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let words = (["tracuu"] + CheckChild.arguments(stage, of: path)).map { strdup($0) }
        // A crash is reported in one line; a backtrace would take longer than the check.
        let variables: [UnsafeMutablePointer<CChar>?] = [strdup("SWIFT_BACKTRACE=enable=no")]
        defer { for text in words + variables { free(text) } }
        var identifier = pid_t()
        let number = posix_spawn(&identifier, program, &actions, &attributes, words + [nil], variables + [nil])
        guard number == 0 else {
            close(ends[0])
            throw CheckError(action: "start \(program)", number: number)
        }
        (self.identifier, output) = (identifier, ends[0])
    }

    /// Kills the process; `events` then ends.
    func stop() { kill(identifier, SIGKILL) }

    /// Reads the events of the process until it exits.
    func events(_ take: (CheckEvent) -> Void) -> End {
        var end: End?
        var (buffer, rest) = ([UInt8](repeating: 0, count: 65_536), [UInt8]())
        while true {
            let count = read(output, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            rest += buffer[..<count]
            while let newline = rest.firstIndex(of: 0x0A) {
                let event = CheckEvent(line: String(decoding: rest[..<newline], as: UTF8.self))
                rest.removeFirst(newline + 1)
                switch event {
                case .finished: end = .finished
                case .snapshotExpired: end = .snapshotExpired
                case let event?: take(event)
                case nil: break
                }
            }
        }
        close(output)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        // The lower seven bits are the signal's number, the next eight the exit status: wait(2).
        let signal = status & 0x7F
        if signal != 0 { return .crashed(signal: signal) }
        return end ?? .failed("it ended with status \((status >> 8) & 0xFF) and said nothing")
    }
}

/// Why a check could not be started.
struct CheckError: Error, CustomStringConvertible {
    let action: String
    let number: Int32

    /// The error in one line.
    var description: String { "the check cannot \(action): \(String(cString: strerror(number)))" }
}
