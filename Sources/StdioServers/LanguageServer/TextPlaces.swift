import JSON

/// A position in a text, counted from 0 in the negotiated encoding.
struct TextPosition: Hashable, JSONWritable {
    var line = 0
    var character = 0

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("line", line)
            writer.field("character", character)
        }
    }
}

extension TextPosition: JSONReadable {
    init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        line = try fields.required("line")
        character = try fields.required("character")
    }
}

/// A range of a text, its end excluded.
struct TextRange: Hashable, JSONWritable {
    var start = TextPosition()
    var end = TextPosition()

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("start", start)
            writer.field("end", end)
        }
    }
}

/// A range of a file.
struct FileLocation: Hashable, JSONWritable {
    var path: String
    var range: TextRange

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("uri", FileURI.uri(of: path))
            writer.field("range", range)
        }
    }
}
