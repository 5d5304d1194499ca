package import JSON

/// The request to cancel.
package struct CancelParams: Hashable, Sendable {
    /// The request's id.
    package var id: RequestID

    /// Creates parameters from a request's id.
    package init(
        id: RequestID
    ) {
        self.id = id
    }
}

extension CancelParams: JSONRecord {
    package static var blank: CancelParams { CancelParams(id: .null) }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("id", &id, "The id of the request to cancel")
    }
}

/// The progress of a long request.
package struct ProgressParams: Hashable, Sendable {
    /// The token from the request.
    package var token: RequestID
    /// The progress.
    package var value: ProgressValue

    /// Creates parameters from a token and the progress of its request.
    package init(
        token: RequestID, value: ProgressValue
    ) {
        self.token = token
        self.value = value
    }
}

extension ProgressParams: JSONRecord {
    package static var blank: ProgressParams { ProgressParams(token: .null, value: .blank) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("token", &token)
        try visitor.required("value", &value)
    }
}

/// The progress of an operation.
package struct ProgressValue: Hashable, Sendable {
    /// The current stage.
    package var stage: String?
    /// The amount done.
    package var done: Int
    /// The total amount, where it is known.
    package var total: Int?
    /// The unit of the amounts: `articles`, `files` or `bytes`.
    package var unit: String?
    /// The number of articles read, where the unit is bytes.
    package var articles: Int?

    /// Creates a value from a count and its unit.
    package init(
        stage: String? = nil, done: Int, total: Int? = nil, unit: String? = nil, articles: Int? = nil
    ) {
        self.stage = stage
        self.done = done
        self.total = total
        self.unit = unit
        self.articles = articles
    }
}

extension ProgressValue: JSONRecord {
    package static var blank: ProgressValue { ProgressValue(done: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.optional("stage", &stage)
        try visitor.required("done", &done)
        try visitor.optional("total", &total)
        try visitor.optional("unit", &unit)
        try visitor.optional("articles", &articles)
    }
}

/// A new revision that can be searched.
package struct IndexChangedParams: Hashable, Sendable {
    /// The revision.
    package var revision: Int
    /// The number of articles in it.
    package var articles: Int

    /// Creates parameters from a revision and its size.
    package init(
        revision: Int, articles: Int
    ) {
        self.revision = revision
        self.articles = articles
    }
}

extension IndexChangedParams: JSONRecord {
    package static var blank: IndexChangedParams { IndexChangedParams(revision: 0, articles: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("revision", &revision)
        try visitor.required("articles", &articles)
    }
}
