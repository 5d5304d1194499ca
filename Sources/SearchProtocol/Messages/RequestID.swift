package import JSON

/// The id that a client gives its request; the answer repeats it exactly.
package enum RequestID: Sendable {
    /// A string.
    case string(String)
    /// A number in the digits in which it was written, so that `1` and `1.0` are two requests.
    case number(String)
    /// No id: for an answer to a message that could not be read, or a request with the id null.
    case null

    /// A number.
    package init(_ number: Int) { self = .number(String(number)) }
}

extension RequestID: Hashable {
    /// Compares bytes, because `String` treats composed and decomposed letters as equal.
    package static func == (left: RequestID, right: RequestID) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)), (.number(let left), .number(let right)):
            left.utf8.elementsEqual(right.utf8)
        case (.null, .null): true
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .string(let text), .number(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .null: hasher.combine(0 as UInt8)
        }
    }
}

extension RequestID: JSONReadable, JSONWritable {
    package static var jsonKind: JSONKind { .token }

    package init(json: JSONValue) throws(JSONMismatch) {
        switch json.kind {
        case .string: self = .string(try String(json: json))
        case .number: self = .number(json.number ?? "0")
        case .null: self = .null
        default: throw JSONMismatch(expected: "a string or a number", found: json)
        }
    }

    package func write(to writer: inout JSONWriter) {
        switch self {
        case .string(let text): writer.string(text)
        case .number(let digits): writer.written(Array(digits.utf8))
        case .null: writer.null()
        }
    }
}
