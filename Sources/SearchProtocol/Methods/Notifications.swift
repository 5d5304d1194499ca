package import JSON

/// Which request to cancel.
package struct CancelParams: Hashable, Sendable {
    /// The request's id.
    package var id: RequestID

    /// A request by its id.
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

/// How far a long request has come.
package struct ProgressParams: Hashable, Sendable {
    /// The token that the request gave.
    package var token: RequestID
    /// How far it has come.
    package var value: ProgressValue

    /// A token and how far its request has come.
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

/// How far a piece of work has come.
package struct ProgressValue: Hashable, Sendable {
    /// What is being done.
    package var stage: String?
    /// How much is done.
    package var done: Int
    /// How much there is, where that is known.
    package var total: Int?
    /// What is counted: `articles`, `files` or `bytes`.
    package var unit: String?
    /// How many articles were read, where bytes are what is counted.
    package var articles: Int?

    /// A count, and what it counts.
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
    /// How many articles are in it.
    package var articles: Int

    /// A revision and its size.
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
