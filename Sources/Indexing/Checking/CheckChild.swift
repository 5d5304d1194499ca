import Glibc

/// The stages of a check in a process of their own: Xapian's check can read past a damaged block's end, and whatever that brings
/// about must not happen in a daemon.
///
/// A program that is to check calls `runIfAsked` first of all; started again with `arguments`, it is that process.
package enum CheckChild {
    private static let word = "check-generation"

    /// The arguments that have a program run a stage.
    package static func arguments(_ stage: CheckStage, of path: String) -> [String] { [word, stage.rawValue, path] }

    /// Runs a stage and ends the process, where its arguments say so; it tells of everything on standard output.
    package static func runIfAsked() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, arguments[1] == word, let stage = CheckStage(rawValue: arguments[2]) else { return }
        var none = rlimit()
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // Searches go first.
        _ = nice(10)
        CheckRun(path: arguments[3]) { event in
            let line = Array((event.line + "\n").utf8)
            line.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                    if count < 0 && errno == EINTR { continue }
                    if count <= 0 { exit(1) }
                    rest = rest.dropFirst(count)
                }
            }
        }.run(stage)
        exit(0)
    }
}
