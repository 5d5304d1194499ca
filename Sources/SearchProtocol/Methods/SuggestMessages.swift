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

extension SuggestParams: JSONRecord {
    package static var blank: SuggestParams { SuggestParams(query: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query, "The text typed so far; a space at its end finishes the last word")
        try visitor.optional("limit", &limit, "How many suggestions to give; 10 when not given, 50 at most")
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

extension SuggestResult: JSONRecord {
    package static var blank: SuggestResult { SuggestResult(suggestions: [], revision: 0, tookMicroseconds: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("suggestions", &suggestions)
        try visitor.required("revision", &revision)
        try visitor.required("tookMicroseconds", &tookMicroseconds)
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

extension QuerySuggestion: JSONRecord {
    package static var blank: QuerySuggestion { QuerySuggestion(query: "", kind: .completion) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query)
        try visitor.required("kind", &kind)
        try visitor.optional("articlesAtMost", &maximumDocumentFrequency)
    }
}

/// The way a suggestion was derived.
package enum SuggestionKind: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    /// The last syllable was completed, or another one added.
    case completion
    /// Marks were restored.
    case marks
    /// Letters were corrected, or words joined or split.
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
