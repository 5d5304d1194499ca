import SearchProtocol

/// The times of one method's requests: since the start, and in the last minutes.
struct LatencyRecord: Sendable {
    /// The number of minutes that `recent` covers, the current one included.
    static let recentMinutes = 5

    private var whole = LatencyHistogram()
    /// The histogram of each of the last minutes, at the index of the minute's number modulo `recentMinutes`.
    private var minutes: [(number: Int, histogram: LatencyHistogram)] = []

    /// Counts a request.
    ///
    /// - Parameters:
    ///   - microseconds: its time.
    ///   - minute: the number of whole minutes since the start.
    mutating func add(microseconds: Int, minute: Int) {
        whole.add(microseconds: microseconds)
        if minutes.last?.number != minute {
            minutes.removeAll { $0.number <= minute - LatencyRecord.recentMinutes }
            minutes.append((minute, LatencyHistogram()))
        }
        minutes[minutes.count - 1].histogram.add(microseconds: microseconds)
    }

    /// The summary of all requests since the start.
    var sinceStart: LatencySummary { LatencySummary(whole) }

    /// The summary of the requests of the last minutes, or nil where there were none.
    func recent(minute: Int) -> LatencySummary? {
        var recent = LatencyHistogram()
        for (number, histogram) in minutes where number > minute - LatencyRecord.recentMinutes { recent.add(histogram) }
        return recent.count == 0 ? nil : LatencySummary(recent)
    }
}

extension LatencySummary {
    /// Creates the summary of a histogram.
    init(_ histogram: LatencyHistogram) {
        self.init(
            count: histogram.count, p50Microseconds: histogram.quantile(0.5),
            p95Microseconds: histogram.quantile(0.95), p99Microseconds: histogram.quantile(0.99),
            maxMicroseconds: histogram.maxMicroseconds, totalMicroseconds: histogram.totalMicroseconds)
    }
}
