/// One value of a JSON text that was checked as a whole: a range of the text, parsed only on access.
///
/// The bytes stay as they were given, so that values that are passed through (an article's unknown keys, a request's
/// id) are not changed: numbers keep their digits and objects their order.
///
/// ```swift
/// let value = try JSONValue(parsing: Array(#"{"title": "Cầu mới", "views": 12}"#.utf8))
/// let title = value["title"]?.string
/// ```
package struct JSONValue: Sendable {
    /// The kind of value.
    package enum Kind: String, Sendable {
        case null, boolean, number, string, array, object
    }

    private let text: [UInt8]
    private let range: Range<Int>

    /// Checks a whole text, which must be exactly one value.
    ///
    /// - Parameter text: JSON in UTF-8.
    /// - Throws: `JSONSyntaxError` where the text is not JSON, or nests deeper than 512 levels.
    package init(parsing text: [UInt8]) throws(JSONSyntaxError) {
        self.range = try JSONValidator.validate(text)
        self.text = text
    }

    /// Creates the value that a `JSONWritable` writes; nil only where its output is not JSON.
    package init?(of value: some JSONWritable) {
        guard let checked = try? JSONValue(parsing: value.json) else { return nil }
        self = checked
    }

    fileprivate init(text: [UInt8], range: Range<Int>) {
        self.text = text
        self.range = range
    }

    /// `{}`.
    package static let emptyObject = JSONValue(text: Array("{}".utf8), range: 0..<2)

    /// The kind of value.
    package var kind: Kind {
        switch text[range.lowerBound] {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        default: .number
        }
    }

    /// The value's own JSON text in UTF-8, without white space around it.
    package var bytes: ArraySlice<UInt8> { text[range] }

    /// An array's elements in order; empty for any other kind.
    package var elements: [JSONValue] {
        guard kind == .array else { return [] }
        var (walk, found) = (JSONWalk(text: text, position: range.lowerBound + 1), [JSONValue]())
        while let value = walk.nextValue() { found.append(JSONValue(text: text, range: value)) }
        return found
    }

    /// An object's keys, as JSON strings, with their values in order; empty for any other kind.
    package var members: [(key: JSONValue, value: JSONValue)] {
        guard kind == .object else { return [] }
        var (walk, found) = (JSONWalk(text: text, position: range.lowerBound + 1), [(JSONValue, JSONValue)]())
        while let key = walk.nextValue(), let value = walk.nextValue() {
            found.append((JSONValue(text: text, range: key), JSONValue(text: text, range: value)))
        }
        return found
    }

    /// The first member with a key, or nil where there is none or the value is not an object.
    package subscript(key: String) -> JSONValue? {
        members.first { $0.key.string == key }?.value
    }

    /// A string's text, or nil for any other kind and for a lone surrogate, which UTF-8 cannot encode.
    package var string: String? {
        guard kind == .string else { return nil }
        let content = text[(range.lowerBound + 1)..<(range.upperBound - 1)]
        return content.contains(UInt8(ascii: "\\"))
            ? JSONEscapes.resolve(content) : String(decoding: content, as: UTF8.self)
    }

    /// A number's digits as they were written, or nil for any other kind.
    package var number: String? {
        kind == .number ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// A Boolean, or nil for any other kind.
    package var boolean: Bool? {
        kind == .boolean ? text[range.lowerBound] == UInt8(ascii: "t") : nil
    }
}

extension JSONValue: Hashable {
    /// Compares the texts: `1.0` and `1` differ.
    package static func == (left: JSONValue, right: JSONValue) -> Bool { left.bytes == right.bytes }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
