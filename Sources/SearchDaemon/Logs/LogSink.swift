import Foundation
package import Logging
import Synchronization

/// The destination and the level of the daemon's log: one line for each event, to the journal or to standard error.
package final class LogSink: Sendable {
    /// The format of the beginning of a line.
    package enum Style: Hashable, Sendable {
        /// The time and the level, for a person or a file.
        case plain
        /// `<N>`, the priority prefix that the journal strips: sd-daemon(3).
        case journal
    }

    private let style: Style
    private let level: Mutex<Logger.Level>
    private let write: @Sendable (String) -> Void

    /// Creates a sink.
    ///
    /// - Parameters:
    ///   - style: the format of the beginning of a line.
    ///   - level: the minimum level logged, until `setLevel`.
    ///   - write: receives each line, with its line feed.
    package init(style: Style, level: Logger.Level, write: @escaping @Sendable (String) -> Void) {
        self.style = style
        self.level = Mutex(level)
        self.write = write
    }

    /// The sink of this process's standard error, which is the journal's where `JOURNAL_STREAM` names the same file.
    package static func standardError(level: Logger.Level, environment: [String: String]) -> LogSink {
        let isJournal = environment["JOURNAL_STREAM"].map { $0 == identity(of: STDERR_FILENO) } ?? false
        return LogSink(style: isJournal ? .journal : .plain, level: level) { line in
            // One call for each line, so that lines of several threads never interleave.
            var line = line
            line.withUTF8 { _ = Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        }
    }

    /// A logger that writes here.
    package var logger: Logger { Logger(label: "tracuud") { _ in LineHandler(sink: self) } }

    /// The beginning of a line that is written where no formatting is possible any more: with the priority, without
    /// the time.
    var faultPrefix: String {
        switch style {
        case .journal: "<\(Logger.Level.critical.journalPriority)>tracuud"
        case .plain: "tracuud"
        }
    }

    /// The minimum level logged.
    package var currentLevel: Logger.Level { level.withLock { $0 } }

    /// Changes the minimum level for all loggers that write here.
    package func setLevel(_ new: Logger.Level) { level.withLock { $0 = new } }

    /// Writes one event.
    func log(_ level: Logger.Level, _ text: String) {
        switch style {
        case .journal: write("<\(level.journalPriority)>\(text)\n")
        case .plain: write("\(Date.now.formatted(.iso8601)) \(level.rawValue) \(text)\n")
        }
    }

    /// The identifier of a file in `JOURNAL_STREAM`: its device and its inode.
    private static func identity(of descriptor: Int32) -> String? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : nil
    }
}

extension Logger.Level {
    /// The syslog(3) priority under which the journal files the level.
    var journalPriority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
