import Glibc

/// Runs the stages of a check in a separate process.
///
/// Xapian's check can read past the end of a damaged block, and the consequences must not happen in a daemon. A program
/// that runs checks calls `runIfAsked` first of all; started again with `arguments`, it is that process.
package enum CheckChild {
    private static let word = "check-generation"

    /// Returns the arguments that make a program run a stage.
    package static func arguments(_ stage: CheckStage, of path: String) -> [String] { [word, stage.rawValue, path] }

    /// Runs a stage and ends the process, if its arguments request that; it reports everything on standard output.
    package static func runIfAsked() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, arguments[1] == word, let stage = CheckStage(rawValue: arguments[2]) else { return }
        var none = rlimit()
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // Searches have priority.
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
