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

extension CiteParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        id = try fields.required("id")
        format = try fields.optional("format")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("format", format)
        }
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

extension CiteResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        text = try fields.required("text")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in writer.field("text", text) }
    }
}
