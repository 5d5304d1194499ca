import Glibc
import SearchClient

/// JSON Lines that only this process can read: standard input, a descriptor that it was handed, as by `<(…)` of a shell, or a
/// named pipe.
struct PipedInput {
    /// The argument that names it.
    let name: String
    /// The descriptor, open for reading until this process ends.
    let descriptor: Int32
    /// Whether it may have had no writer yet, so that reading it would find its end.
    private let mayLackWriter: Bool

    /// Opens the input that an argument names; nil for a file or folder, or for nothing, which the daemon looks at itself.
    ///
    /// - Parameter argument: `-`, or a path. Before anything else is opened, since it may name a descriptor.
    /// - Throws: `UsageError` where it cannot be opened.
    init?(_ argument: String) throws {
        name = argument
        if let number = PipedInput.descriptor(namedBy: argument) {
            guard fcntl(number, F_GETFD) >= 0 else {
                throw UsageError(
                    description: "\(argument): no descriptor of this number is open; check the redirection")
            }
            (descriptor, mayLackWriter) = (number, false)
            return
        }
        var status = stat()
        guard stat(argument, &status) == 0, [S_IFIFO, S_IFCHR].contains(status.st_mode & S_IFMT) else { return nil }
        // Waiting for the writer of one pipe here could keep that writer waiting for the reader of another.
        descriptor = open(argument, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        mayLackWriter = true
        guard descriptor >= 0, fcntl(descriptor, F_SETFL, 0) == 0 else {
            throw UsageError(description: "\(argument): cannot be read: \(String(cString: strerror(errno)))")
        }
    }

    /// Waits until there is something to read, or the end of it.
    ///
    /// - Returns: whether there is; false where a signal came first.
    func waitForWriter(orSignal interruption: Interruption) -> Bool {
        guard mayLackWriter else { return true }
        while true {
            var requests = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: interruption.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&requests, 2, -1) < 0 { continue }
            return requests[1].revents == 0 || !interruption.take()
        }
    }

    /// The number of the descriptor of this process that an argument names.
    private static func descriptor(namedBy argument: String) -> Int32? {
        if argument == "-" || argument == "/dev/stdin" { return STDIN_FILENO }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where argument.hasPrefix(folder) {
            return Int32(argument.dropFirst(folder.count))
        }
        return nil
    }
}

/// What an indexing run reads, by who can read it.
struct IndexSources {
    /// The files and folders, as they were named.
    private(set) var paths: [String] = []
    /// What this process reads for the daemon, each once.
    private(set) var inputs: [PipedInput] = []

    /// Tells apart what some arguments name.
    ///
    /// - Throws: `UsageError`.
    init(_ arguments: [String]) throws {
        for argument in arguments {
            guard let input = try PipedInput(argument) else {
                paths.append(argument)
                continue
            }
            if !inputs.contains(where: { $0.descriptor == input.descriptor }) { inputs.append(input) }
        }
    }
}
