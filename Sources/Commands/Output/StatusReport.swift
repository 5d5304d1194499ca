import JSON
import SearchProtocol

/// Formats a status for people: a line for each fact, and a table of request times.
struct StatusReport {
    let status: StatusResult
    /// Whether a daemon was asked for it first.
    var isDaemonAsked = true

    /// The report, line by line.
    var lines: [String] {
        facts.map { "\($0.0): \($0.1)" } + latencies + errors
    }

    private var facts: [(String, String)] {
        var facts = [
            ("articles", "\(status.articles)"), ("index", status.indexPath.singleLine),
            ("size", StatusReport.mebibytes(status.bytes)),
            ("generation", "\(status.generation), revision \(status.revision), schema \(status.schemaVersion)"),
            ("daemon", daemon),
        ]
        if let storage { facts.append(("storage", storage)) }
        if let others = status.articlesOfOtherTimeZone {
            facts.append(
                (
                    "dates",
                    "\(others) articles have their day by another time zone than the configured one; "
                        + "compute it again with: tracuu rebuild"
                ))
        }
        if let indexing = status.indexing, status.uptimeSeconds != nil || indexing.reason != nil {
            let reason = indexing.reason.map { ": " + $0.singleLine } ?? ""
            facts.append(("indexing", indexing.state.rawValue + reason))
        }
        if status.uptimeSeconds != nil, let queue = status.queue {
            facts.append(("queue", "\(queue.running) running, \(queue.waiting) waiting, \(queue.readers) readers"))
        }
        if let memory = status.memory {
            facts.append(
                (
                    "memory",
                    "\(StatusReport.mebibytes(memory.residentBytes)), at most \(StatusReport.mebibytes(memory.peakBytes))"
                ))
        }
        if let connections = status.connections {
            facts.append(
                (
                    "connections",
                    "\(connections.open) open, \(connections.subscribed) subscribed; "
                        + "\(connections.accepted) accepted and \(connections.refused) refused since the start"
                ))
        }
        if status.uptimeSeconds != nil, let limits = status.limits {
            let listed = StatusReport.members(limits).map { "\($0.name) \($0.value)" }
            facts.append(("limits", listed.joined(separator: ", ")))
        }
        return facts
    }

    /// How the articles are stored, as far as `compact` could improve it.
    private var storage: String? {
        guard let live = status.liveArticles, let removed = status.removedArticles else { return nil }
        let gone = removed == 1 ? "1 removed one still takes" : "\(removed) removed ones still take"
        return "\(counted(live, "article")) not sealed yet, \(gone) up space"
    }

    private var daemon: String {
        guard let uptime = status.uptimeSeconds else { return isDaemonAsked ? "not running" : "not asked" }
        var text = "serving for \(StatusReport.time(uptime))"
        if let process = status.process { text += ", process \(process)" }
        if let version = status.version { text += ", version \(version.singleLine)" }
        if let idle = status.idleExitSeconds { text += ", ends after \(StatusReport.time(idle)) without work" }
        return text
    }

    private var latencies: [String] {
        guard let latency = status.latency, !latency.isEmpty else { return [] }
        let columns = ["", "count", "p50", "p95", "p99", "max", "last 5 min", "p50", "p95", "p99"]
        let rows = latency.entries.map { method, whole in
            let recent = status.recentLatency?[method]
            return [
                "  " + method.singleLine, "\(whole.count)", StatusReport.milliseconds(whole.p50Microseconds),
                StatusReport.milliseconds(whole.p95Microseconds), StatusReport.milliseconds(whole.p99Microseconds),
                StatusReport.milliseconds(whole.maxMicroseconds), "\(recent?.count ?? 0)",
                recent.map { StatusReport.milliseconds($0.p50Microseconds) } ?? "-",
                recent.map { StatusReport.milliseconds($0.p95Microseconds) } ?? "-",
                recent.map { StatusReport.milliseconds($0.p99Microseconds) } ?? "-",
            ]
        }
        let widths = columns.indices.map { column in ([columns] + rows).map { $0[column].count }.max() ?? 0 }
        let table = ([columns] + rows).map { row in
            row.enumerated().map { column, text in
                let gap = String(repeating: " ", count: widths[column] - text.count)
                return column == 0 ? text + gap : gap + text
            }.joined(separator: "  ")
        }
        return ["requests, in milliseconds:"] + table
    }

    private var errors: [String] {
        guard let counts = status.errorCounts, !counts.isEmpty else { return [] }
        let all = "errors: " + counts.entries.map { "\($0.value) \($0.key.singleLine)" }.joined(separator: ", ")
        let last = (status.errors ?? []).map { event in
            let times = event.count > 1 ? " (\(event.count) times)" : ""
            return "  \(event.time.singleLine) \(event.method.map { $0.singleLine + ": " } ?? "")"
                + "\(event.message.singleLine) (\(event.code))\(times)"
        }
        return [all] + last
    }

    /// The numeric members of an object of the protocol, with their keys.
    static func members(_ value: some JSONWritable) -> [(name: String, value: String)] {
        (JSONValue(of: value)?.members ?? []).compactMap { key, value in
            guard let name = key.string, let number = value.number else { return nil }
            return (name, number)
        }
    }

    /// A size in MiB with one decimal.
    private static func mebibytes(_ bytes: Int) -> String { "\((Double(bytes) / 104_857.6).rounded() / 10) MiB" }

    /// A time with about three significant digits.
    private static func milliseconds(_ microseconds: Int) -> String {
        let milliseconds = Double(microseconds) / 1_000
        return decimal(milliseconds, digits: milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0)
    }

    /// A time in its two largest units.
    private static func time(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3_600: "\(seconds / 60) min \(seconds % 60) s"
        case ..<86_400: "\(seconds / 3_600) h \(seconds / 60 % 60) min"
        default: "\(seconds / 86_400) d \(seconds / 3_600 % 24) h"
        }
    }
}
