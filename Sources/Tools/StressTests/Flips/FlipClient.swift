import Measuring
import SearchClient

/// A client of a daemon that may crash, which it starts again.
final class FlipClient {
    private let home: TrialHome
    private var current: Connection?
    /// The number of daemons that ended without an answer.
    private(set) var faults = 0
    /// The times in milliseconds from the end of a daemon to the answer to the repeated question, including the
    /// restart.
    private(set) var recoveries = Quantiles()

    init(_ home: TrialHome) { self.home = home }

    /// The connection, which is opened if there is none.
    func connection() throws -> Connection {
        if let current { return current }
        let made = try home.connect()
        current = made
        return made
    }

    /// Asks the next daemon, after one has ended.
    func repeating(_ ask: (Connection) -> FlipAnswer) throws -> FlipAnswer {
        let start = ContinuousClock.now
        faults += 1
        current = nil
        let answer = ask(try connection())
        if answer == .lost { current = nil }
        recoveries.add(start.duration(to: .now) / .milliseconds(1))
        return answer
    }

    /// Stops the daemon.
    func end() {
        if let current { home.end(current) }
        current = nil
    }
}
