import Glibc
import SearchProtocol
import Synchronization

/// A line on the terminal that shows the progress of indexing; on a pipe there is none.
final class ProgressBar: Sendable {
    private struct State {
        var lastDrawn: ContinuousClock.Instant?
        var isShown = false
        var saidWaiting = false
    }

    private let isQuiet: Bool
    private let isEnabled: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// Creates a bar that is drawn on standard error, if that is a terminal and quiet output was not requested.
    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        isEnabled = !isQuiet && Terminal.errorIsTerminal
    }

    /// Draws the bar, at most ten times a second.
    func show(_ progress: ProgressValue) {
        if let stage = progress.stage, stage.hasPrefix("waiting") { return say(stage) }
        guard isEnabled else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard state.lastDrawn.map({ $0.duration(to: now) >= .milliseconds(100) }) ?? true else { return false }
            state.lastDrawn = now
            state.isShown = true
            return true
        }
        if isDue {
            let line = ProgressBar.line(progress, after: start.duration(to: now))
            // A line that wraps cannot be drawn over.
            Terminal.writeErrorVerbatim("\r\u{1B}[K" + line.prefix(Terminal.width(of: STDERR_FILENO) - 1))
        }
    }

    /// Removes the bar from the screen.
    func finish() {
        if state.withLock({ $0.isShown }) { Terminal.writeErrorVerbatim("\r\u{1B}[K") }
    }

    private func say(_ stage: String) {
        let isFirst = state.withLock { state in
            defer { state.saidWaiting = true }
            return !state.saidWaiting
        }
        if isFirst && !isQuiet { Terminal.writeError("tracuu: " + stage.singleLine) }
    }

    /// The text of the bar after the given time.
    static func line(_ progress: ProgressValue, after time: Duration) -> String {
        let seconds = max(time / .seconds(1), 0.001)
        let articles = progress.articles ?? (progress.unit == "articles" ? progress.done : 0)
        var line = "\(counted(articles, "article")), \(Int(Double(articles) / seconds))/s"
        guard let total = progress.total, total > 0 else { return line }
        // The work after reading takes a different time for each article.
        let isMerging = progress.stage == "merging"
        let share = min(1, Double(progress.done) / Double(total))
        let filled = Int(share * 20)
        line =
            "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled) + "] "
            + "\(Int(share * 100)) %\(isMerging ? " merged" : ""), " + line
        if share > 0.01 && share < 1 && !isMerging {
            line += ", \(ProgressBar.clock(seconds / share * (1 - share))) left"
        }
        return line
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 360_000))
        return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
    }
}
