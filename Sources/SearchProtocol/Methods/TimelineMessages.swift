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

extension TimelineParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
        since = try fields.optional("since")
        until = try fields.optional("until")
        match = try fields.optional("match")
        by = try fields.optional("by")
        deadlineMs = try fields.optional("deadlineMs")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("query", query)
            writer.field("since", since)
            writer.field("until", until)
            writer.field("match", match)
            writer.field("by", by)
            writer.field("deadlineMs", deadlineMs)
        }
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

extension TimelineResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        by = try fields.required("by")
        buckets = try fields.required("buckets")
        undated = try fields.required("undated")
        total = try fields.required("total")
        revision = try fields.required("revision")
        tookMicroseconds = try fields.required("tookMicroseconds")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("by", by)
            writer.field("buckets", buckets)
            writer.field("undated", undated)
            writer.field("total", total)
            writer.field("revision", revision)
            writer.field("tookMicroseconds", tookMicroseconds)
        }
    }
}
