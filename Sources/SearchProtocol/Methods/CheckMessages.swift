package import JSON

/// The parameters of a check.
package struct CheckParams: Hashable, Sendable {
    /// Whether to skip what takes long: the terms, values and posting lists derived from the articles.
    package var quick: Bool?
    /// The token of `$/progress` notifications; without it none are sent.
    package var progressToken: RequestID?

    /// Creates parameters for a check of everything, unless it is quick.
    package init(quick: Bool? = nil, progressToken: RequestID? = nil) {
        self.quick = quick
        self.progressToken = progressToken
    }
}

extension CheckParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        quick = try fields.optional("quick")
        progressToken = try fields.optional("progressToken")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("quick", quick)
            writer.field("progressToken", progressToken)
        }
    }
}

/// The result of a check.
package struct CheckResult: Hashable, Sendable {
    /// Whether nothing is wrong.
    package var ok: Bool
    /// The problems: the table, article or term and the remedy, one line each.
    package var problems: [String]
    /// The parts that could not be checked, and why.
    package var notes: [String]
    /// The time it took, in seconds.
    package var seconds: Double

    /// Creates a result from problems and notes.
    package init(ok: Bool, problems: [String], notes: [String] = [], seconds: Double) {
        self.ok = ok
        self.problems = problems
        self.notes = notes
        self.seconds = seconds
    }
}

extension CheckResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        ok = try fields.required("ok")
        problems = try fields.required("problems")
        notes = try fields.required("notes")
        seconds = try fields.required("seconds")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("ok", ok)
            writer.field("problems", problems)
            writer.field("notes", notes)
            writer.field("seconds", seconds)
        }
    }
}
