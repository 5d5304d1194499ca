package import JSON

/// The text for which to suggest queries.
package struct SuggestParams: Hashable, Sendable {
    /// The text typed so far; a space at its end finishes the last word.
    package var query: String
    /// The number of suggestions; 10 when not given, 50 at most.
    package var limit: Int?

    /// Creates parameters; omitted ones have the daemon's defaults.
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

/// The suggested queries.
package struct SuggestResult: Hashable, Sendable {
    /// The queries, the likeliest first; never the text as typed.
    package var suggestions: [QuerySuggestion]
    /// The revision of the index that answered.
    package var revision: Int
    /// The time it took, in microseconds.
    package var tookMicroseconds: Int

    /// Creates a result.
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

/// One suggested query.
package struct QuerySuggestion: Hashable, Sendable {
    /// The whole query.
    package var query: String
    /// The kind of suggestion.
    package var kind: SuggestionKind
    /// An upper bound of the number of articles in which its words are adjacent, in any reading; nil where it is not
    /// known.
    package var maximumDocumentFrequency: Int?

    /// Creates a suggestion from a query and its kind.
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

/// The way a suggestion was derived.
package enum SuggestionKind: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    /// The last syllable was completed, or another one added.
    case completion
    /// Marks were restored.
    case marks
    /// Letters were corrected.
    case correction
    /// Telex or VNI was decoded.
    case inputMethod

    /// The description for people, in a word or two.
    package var phrase: String {
        switch self {
        case .completion: "completed"
        case .marks: "marks restored"
        case .correction: "corrected"
        case .inputMethod: "Telex or VNI"
        }
    }
}
