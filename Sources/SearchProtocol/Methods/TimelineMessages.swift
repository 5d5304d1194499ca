package import JSON

/// The parameters of a timeline.
package struct TimelineParams: Hashable, Sendable {
    /// The query, as typed.
    package var query: String
    /// The earliest date of matching articles, in any form that a query accepts.
    package var since: String?
    /// The latest date of matching articles, that day included.
    package var until: String?
    /// Whether every word must match; auto when not given.
    package var match: SearchMatch?
    /// The length of the buckets; when not given, it depends on the time between the first and the last article.
    package var by: TimelineUnit?
    /// The time limit in milliseconds.
    package var deadlineMs: Int?

    /// Creates parameters; omitted ones have the daemon's defaults.
    package init(
        query: String, since: String? = nil, until: String? = nil, match: SearchMatch? = nil,
        by: TimelineUnit? = nil, deadlineMs: Int? = nil
    ) {
        self.query = query
        self.since = since
        self.until = until
        self.match = match
        self.by = by
        self.deadlineMs = deadlineMs
    }
}

extension TimelineParams: JSONRecord {
    package static var blank: TimelineParams { TimelineParams(query: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query, ParameterSummary.query)
        try visitor.optional("since", &since, ParameterSummary.since)
        try visitor.optional("until", &until, ParameterSummary.until)
        try visitor.optional("match", &match, ParameterSummary.match)
        try visitor.optional(
            "by", &by, "The length of the buckets; when not given it suits the time from the first to the last article")
        try visitor.optional("deadlineMs", &deadlineMs, ParameterSummary.deadlineMs)
    }
}

/// The length of a timeline's buckets.
package enum TimelineUnit: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case year, month, day
}

/// The numbers of articles over time.
package struct TimelineResult: Hashable, Sendable {
    /// The length of the buckets.
    package var by: TimelineUnit
    /// The buckets from the first with an article to the last, empty ones between them included.
    package var buckets: [FacetCount]
    /// The number of articles without a date, which are in no bucket.
    package var undated: Int
    /// The number of articles counted.
    package var total: SearchTotal
    /// The revision of the index that answered.
    package var revision: Int
    /// The time it took, in microseconds.
    package var tookMicroseconds: Int

    /// Creates a result.
    package init(
        by: TimelineUnit, buckets: [FacetCount], undated: Int, total: SearchTotal, revision: Int,
        tookMicroseconds: Int
    ) {
        self.by = by
        self.buckets = buckets
        self.undated = undated
        self.total = total
        self.revision = revision
        self.tookMicroseconds = tookMicroseconds
    }
}

extension TimelineResult: JSONRecord {
    package static var blank: TimelineResult {
        TimelineResult(by: .year, buckets: [], undated: 0, total: .blank, revision: 0, tookMicroseconds: 0)
    }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("by", &by)
        try visitor.required("buckets", &buckets)
        try visitor.required("undated", &undated)
        try visitor.required("total", &total)
        try visitor.required("revision", &revision)
        try visitor.required("tookMicroseconds", &tookMicroseconds)
    }
}
