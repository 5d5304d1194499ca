package import JSON

/// The article to cite, and the format.
package struct CiteParams: Hashable, Sendable {
    /// The article's id in the index.
    package var id: String
    /// The format of the citation; plain when not given.
    package var format: CitationFormat?

    /// Creates parameters from an article and a format.
    package init(id: String, format: CitationFormat? = nil) {
        self.id = id
        self.format = format
    }
}

extension CiteParams: JSONRecord {
    package static var blank: CiteParams { CiteParams(id: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("id", &id, "The id of the article")
        try visitor.optional("format", &format, "How to write it; plain when not given")
    }
}

/// The format of a citation.
package enum CitationFormat: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case plain, markdown, org, bibtex
}

/// A citation.
package struct CiteResult: Hashable, Sendable {
    /// The citation: one line, for BibTeX an entry of several, without a newline at its end.
    package var text: String

    /// A citation.
    package init(text: String) { self.text = text }
}

extension CiteResult: JSONRecord {
    package static var blank: CiteResult { CiteResult(text: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("text", &text)
    }
}
