import Glibc
internal import SearchProtocol
import UnixSockets

/// A program that outlives this process: it has its own session, reads nothing and writes to a log.
struct DetachedProcess {
    private let identifier: pid_t
    private let log: String
    private let logStart: off_t

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: its absolute path.
    ///   - arguments: its arguments, without its own name.
    ///   - log: a file to which its standard output and error are appended; created with mode 0600 if missing.
    /// - Throws: `ClientError.launchFailed`.
    init(_ program: String, arguments: [String], log: String) throws(ClientError) {
        let output = open(log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard output >= 0 else {
            throw .launchFailed(.besideSocket(path: log, reason: UnixSocket.reason(errno)))
        }
        defer { close(output) }
        logStart = lseek(output, 0, SEEK_END)
        self.log = log
        identifier = try SpawnedProgram.start(program, arguments) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, output, 1)
            posix_spawn_file_actions_adddup2(&actions, output, 2)
            // If one of the caller's pipes stayed open in the daemon, the pipe's reader would never see its end.
            for descriptor in Self.openDescriptors where descriptor > 2 {
                posix_spawn_file_actions_addclose(&actions, descriptor)
            }
        }
    }

    /// The descriptors open in this process, possibly including some that were just closed.
    private static var openDescriptors: [Int32] {
        guard let folder = opendir("/proc/self/fd") else { return [] }
        defer { closedir(folder) }
        var found: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let descriptor = Int32(name) { found.append(descriptor) }
        }
        return found
    }

    /// How the program ended, or nil while it runs; to be asked no more after that.
    var end: ProcessEnd? {
        var status: Int32 = 0
        return waitpid(identifier, &status, WNOHANG) == 0 ? nil : ProcessEnd(status)
    }

    /// The last line that the program logged, empty if it logged nothing.
    var lastLine: String {
        let input = open(log, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { return "" }
        defer { close(input) }
        let size = lseek(input, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let start = max(logStart, size - off_t(bytes.count))
        let count = pread(input, &bytes, bytes.count, start)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    }
}
