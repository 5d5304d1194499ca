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

extension CancelParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        id = try fields.required("id")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
        }
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

extension ProgressParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        token = try fields.required("token")
        value = try fields.required("value")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("token", token)
            writer.field("value", value)
        }
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

extension ProgressValue: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        stage = try fields.optional("stage")
        done = try fields.required("done")
        total = try fields.optional("total")
        unit = try fields.optional("unit")
        articles = try fields.optional("articles")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("stage", stage)
            writer.field("done", done)
            writer.field("total", total)
            writer.field("unit", unit)
            writer.field("articles", articles)
        }
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

extension IndexChangedParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        revision = try fields.required("revision")
        articles = try fields.required("articles")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("revision", revision)
            writer.field("articles", articles)
        }
    }
}
