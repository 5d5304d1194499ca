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

extension CheckParams: JSONRecord {
    package static var blank: CheckParams { CheckParams() }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.optional("quick", &quick, "Whether to leave out what takes long")
        try visitor.optional("progressToken", &progressToken, ParameterSummary.progressToken)
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

extension CheckResult: JSONRecord {
    package static var blank: CheckResult { CheckResult(ok: false, problems: [], seconds: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("ok", &ok)
        try visitor.required("problems", &problems)
        try visitor.required("notes", &notes)
        try visitor.required("seconds", &seconds)
    }
}
