import FilePaths
import Glibc
import SearchClient
import SearchProtocol
import Settings
import UnixSockets

/// The exit statuses of the client, as scripts see them.
enum ExitStatus: Int32, Error {
    /// Found, or done.
    case done = 0
    /// Nothing found.
    case nothingFound = 1
    /// Wrong usage or a bad query.
    case wrongUsage = 2
    /// The index or the daemon cannot be used.
    case unusable = 3
    /// Interrupted by SIGINT, as from the keyboard; the number is the one that shells use.
    case interrupted = 130
    /// Ended by SIGTERM; the number is the one that shells use.
    case terminated = 143

    /// Ends the process with this status.
    func exit() -> Never { Glibc.exit(rawValue) }

    /// Prints the error in one line and ends the process.
    static func exit(after error: any Error) -> Never {
        if let status = error as? ExitStatus { status.exit() }
        if let interrupted = error as? Interrupted {
            exitInterrupted("\(interrupted.result.counts) so far; that stays")
        }
        if error as? ClientError == .interrupted { exitInterrupted("what was committed so far stays") }
        // The process has said why.
        if case .processRefused? = error as? ClientError { ExitStatus.unusable.exit() }
        let (status, line) = judged(error)
        Terminal.writeError("tracuu: " + line.singleLine)
        status.exit()
    }

    /// Reports that indexing was interrupted, and ends the process.
    private static func exitInterrupted(_ kept: String) -> Never {
        let isTermination = Interruption.isTermination
        let cause = isTermination ? "ended by SIGTERM" : "interrupted"
        Terminal.writeError("tracuu: \(cause): \(kept), and the same command again adds the rest")
        (isTermination ? ExitStatus.terminated : .interrupted).exit()
    }

    private static func judged(_ error: any Error) -> (ExitStatus, String) {
        switch error {
        case let error as ProtocolError: answered(error)
        case let error as ClientError:
            if let answer = answer(in: error) { answered(answer) } else { (.unusable, error.description) }
        case let error as SettingsError: (.wrongUsage, error.description)
        case let error as SocketPathError: (.wrongUsage, error.description)
        case let error as UsageError: (.wrongUsage, error.description)
        case let error as PathError: (.wrongUsage, error.description)
        case let error as DaemonError: (.unusable, error.description)
        default: (.unusable, String(describing: error))
        }
    }

    /// Converts an error from the daemon to an exit status and a message.
    static func answered(_ error: ProtocolError) -> (ExitStatus, String) {
        switch error.known {
        case .badQuery, .invalidParams, .tooLarge: (.wrongUsage, error.message)
        // A request that this client cancels itself does not get here as an error: it was the daemon that ended.
        case .cancelled:
            (
                .unusable,
                "the daemon was stopped before this was done"
                    + (error.resultBeforeCancelling.map { " (\($0.counts) so far)" } ?? "")
                    + "; run the same command again"
            )
        default: (.unusable, error.message)
        }
    }
}

/// The end of an indexing run by SIGINT or SIGTERM, with the result for what was read before.
struct Interrupted: Error {
    var result: IndexResult
}

extension IndexResult {
    /// The counts, in words.
    var counts: String {
        "\(added) added, \(updated) updated, \(unchanged) unchanged, \(removed) removed"
            + (failed.isEmpty ? "" : ", \(failed.count) failed")
    }
}

/// The error in the usage of a command, in one line.
struct UsageError: Error, CustomStringConvertible {
    let description: String
}

/// The reason why the daemon cannot be used as requested, in one line.
struct DaemonError: Error, CustomStringConvertible {
    let description: String
}

/// The daemon's answer inside a client error, or nil.
func answer(in error: any Error) -> ProtocolError? {
    guard let error = error as? ClientError, case .answered(let answer) = error else { return nil }
    return answer
}
