import SearchProtocol

/// A status in Prometheus' text exposition format 0.0.4, units in seconds and bytes.
struct PrometheusText {
    private var lines: [String] = []

    /// The text of a status; without a daemon, only the facts of the index.
    static func text(of status: StatusResult) -> String {
        var text = PrometheusText()
        text.add(index: status)
        text.add(daemon: status)
        text.add(latency: status.latency?.entries ?? [])
        return text.lines.map { $0 + "\n" }.joined()
    }

    /// A label's value, escaped for use between quotes.
    static func escaped(_ value: String) -> String {
        // The library's function for replacing text would link all of its regular expressions.
        value.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    private enum Kind: String {
        case gauge, counter, summary
    }

    private typealias Labels = [(name: String, value: String)]

    private mutating func add(index status: StatusResult) {
        family("tracuu_articles", .gauge, "Articles in the index.", status.articles)
        family("tracuu_live_articles", .gauge, "Articles that are not sealed yet.", status.liveArticles)
        family("tracuu_removed_articles", .gauge, "Removed articles that still take up space.", status.removedArticles)
        family("tracuu_index_size_bytes", .gauge, "Size of the index on disk.", status.bytes)
        family("tracuu_index_revision", .gauge, "Revision that searches see.", status.revision)
        family("tracuu_index_generation", .gauge, "Generation of the index's files.", status.generation)
        family("tracuu_daemon_running", .gauge, "1 where a daemon answered.", status.uptimeSeconds == nil ? 0 : 1)
    }

    private mutating func add(daemon status: StatusResult) {
        family("tracuu_uptime_seconds", .gauge, "Time since the daemon's start.", status.uptimeSeconds)
        if let version = status.version {
            head("tracuu_build_info", .gauge, "The daemon's version, as a label.")
            sample(
                "tracuu_build_info", [("version", version), ("schema_version", "\(status.schemaVersion)")], "1")
        }
        if status.uptimeSeconds != nil, let queue = status.queue {
            family("tracuu_readers", .gauge, "Threads that search.", queue.readers)
            family("tracuu_requests_running", .gauge, "Requests that run on those threads.", queue.running)
            family("tracuu_requests_waiting", .gauge, "Requests that wait for one of those threads.", queue.waiting)
        }
        if let indexing = status.indexing {
            let name = "tracuu_indexing_state"
            head(name, .gauge, "1 for the state of indexing.")
            for state in IndexingStatus.State.allCases {
                sample(name, [("state", state.rawValue)], state == indexing.state ? "1" : "0")
            }
        }
        family("tracuu_resident_memory_bytes", .gauge, "Memory of the daemon now.", status.memory?.residentBytes)
        family("tracuu_peak_memory_bytes", .gauge, "Most memory of the daemon so far.", status.memory?.peakBytes)
        family("tracuu_connections", .gauge, "Connections served now.", status.connections?.open)
        family("tracuu_subscribers", .gauge, "Connections that hear of changes.", status.connections?.subscribed)
        family(
            "tracuu_connections_accepted_total", .counter, "Connections served.", status.connections?.accepted)
        family(
            "tracuu_connections_refused_total", .counter, "Connections turned away.", status.connections?.refused)
        if let counts = status.errorCounts, !counts.isEmpty {
            head("tracuu_errors_total", .counter, "Requests answered with an error.")
            for (name, count) in counts.entries { sample("tracuu_errors_total", [("error", name)], "\(count)") }
        }
        if status.uptimeSeconds != nil, let limits = status.limits {
            for (name, value) in StatusReport.members(limits) {
                let (metric, number) = PrometheusText.inBaseUnit(name, value)
                family("tracuu_limit_" + metric, .gauge, "The limit \(name).", number)
            }
        }
    }

    private mutating func add(latency entries: [(key: String, value: LatencySummary)]) {
        guard !entries.isEmpty else { return }
        let name = "tracuu_request_duration_seconds"
        head(name, .summary, "How long requests took since the daemon's start.")
        for (method, summary) in entries {
            let quantiles = [
                ("0.5", summary.p50Microseconds), ("0.95", summary.p95Microseconds), ("0.99", summary.p99Microseconds),
            ]
            for (quantile, time) in quantiles {
                sample(name, [("method", method), ("quantile", quantile)], PrometheusText.seconds(time))
            }
            sample(name + "_sum", [("method", method)], PrometheusText.seconds(summary.totalMicroseconds))
            sample(name + "_count", [("method", method)], "\(summary.count)")
        }
    }

    private mutating func family(_ name: String, _ kind: Kind, _ help: String, _ value: Int?) {
        if let value { family(name, kind, help, "\(value)") }
    }

    private mutating func family(_ name: String, _ kind: Kind, _ help: String, _ value: String) {
        head(name, kind, help)
        sample(name, [], value)
    }

    private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
        lines.append("# HELP \(name) \(help)")
        lines.append("# TYPE \(name) \(kind.rawValue)")
    }

    private mutating func sample(_ name: String, _ labels: Labels, _ value: String) {
        let written = labels.map { "\($0.name)=\"\(PrometheusText.escaped($0.value))\"" }.joined(separator: ",")
        lines.append(name + (written.isEmpty ? "" : "{\(written)}") + " " + value)
    }

    /// Converts a key of the protocol to the name of a metric, and its value to the base unit: `deadlineMs` to
    /// seconds.
    private static func inBaseUnit(_ name: String, _ value: String) -> (name: String, value: String) {
        var snake = ""
        for letter in name { snake += letter.isUppercase ? "_" + letter.lowercased() : String(letter) }
        guard snake.hasSuffix("_ms"), let milliseconds = Double(value) else { return (snake, value) }
        return (snake.dropLast(3) + "_seconds", "\(milliseconds / 1_000)")
    }

    private static func seconds(_ microseconds: Int) -> String { "\(Double(microseconds) / 1_000_000)" }
}
