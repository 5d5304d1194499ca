package import JSON

/// What to suggest queries for.
package struct SuggestParams: Hashable, Sendable {
    /// The text typed so far; a space at its end finishes the last word.
    package var query: String
    /// How many suggestions to give; 10 when not given, 50 at most.
    package var limit: Int?

    /// A request for suggestions; what is not given is the daemon's default.
    package init(query: String, limit: Int? = nil) {
        self.query = query
        self.limit = limit
    }
}

extension SuggestParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
        limit = try fields.optional("limit")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("query", query)
            writer.field("limit", limit)
        }
    }
}

/// Queries that may be meant.
package struct SuggestResult: Hashable, Sendable {
    /// The queries, the likeliest first; never the text as typed.
    package var suggestions: [QuerySuggestion]
    /// The revision of the index that answered.
    package var revision: Int
    /// How long it took, in microseconds.
    package var tookMicroseconds: Int

    /// A list of suggestions.
    package init(suggestions: [QuerySuggestion], revision: Int, tookMicroseconds: Int) {
        self.suggestions = suggestions
        self.revision = revision
        self.tookMicroseconds = tookMicroseconds
    }
}

extension SuggestResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        suggestions = try fields.required("suggestions")
        revision = try fields.required("revision")
        tookMicroseconds = try fields.required("tookMicroseconds")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("suggestions", suggestions)
            writer.field("revision", revision)
            writer.field("tookMicroseconds", tookMicroseconds)
        }
    }
}

/// One query that may be meant.
package struct QuerySuggestion: Hashable, Sendable {
    /// The whole query.
    package var query: String
    /// How it came about.
    package var kind: SuggestionKind
    /// At most so many articles hold its words side by side, in any reading; nil where that is not known.
    package var maximumDocumentFrequency: Int?

    /// A query and how it came about.
    package init(query: String, kind: SuggestionKind, maximumDocumentFrequency: Int? = nil) {
        self.query = query
        self.kind = kind
        self.maximumDocumentFrequency = maximumDocumentFrequency
    }
}

extension QuerySuggestion: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
        kind = try fields.required("kind")
        maximumDocumentFrequency = try fields.optional("articlesAtMost")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("query", query)
            writer.field("kind", kind)
            writer.field("articlesAtMost", maximumDocumentFrequency)
        }
    }
}

/// How a suggestion came about.
package enum SuggestionKind: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    /// The last syllable finished, or another one added.
    case completion
    /// Marks restored.
    case marks
    /// Other letters than those typed.
    case correction
    /// Telex or VNI decoded.
    case inputMethod

    /// What people are told of it, in a word or two.
    package var phrase: String {
        switch self {
        case .completion: "completed"
        case .marks: "marks restored"
        case .correction: "corrected"
        case .inputMethod: "Telex or VNI"
        }
    }
}
