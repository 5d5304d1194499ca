package import JSON

/// What to verify.
package struct CheckParams: Hashable, Sendable {
    /// Whether to leave out what takes long: the terms, values and posting lists made of the articles.
    package var quick: Bool?
    /// What `$/progress` notifications carry; none are sent without it.
    package var progressToken: RequestID?

    /// A check of everything, unless it is to be quick.
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

/// What a check found.
package struct CheckResult: Hashable, Sendable {
    /// Whether nothing is wrong.
    package var ok: Bool
    /// What is wrong: the table, article or term and the mend, one line each.
    package var problems: [String]
    /// What could not be looked at, and why.
    package var notes: [String]
    /// How long it took, in seconds.
    package var seconds: Double

    /// Problems and notes.
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
