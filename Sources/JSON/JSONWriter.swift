/// Writes JSON in UTF-8, keys in the order in which they are given, with no white space and no line feed.
package struct JSONWriter {
    /// The bytes written so far.
    package private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// Creates an empty writer.
    package init() {}

    /// The JSON text of one value.
    package static func text(of value: some JSONWritable) -> [UInt8] {
        var writer = JSONWriter()
        value.write(to: &writer)
        return writer.bytes
    }

    /// Writes an object; `fields` writes its members.
    package mutating func object(_ fields: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), fields)
    }

    /// Writes an array; `elements` writes its elements.
    package mutating func array(_ elements: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    /// Writes one member of the object being written, or nothing where the value is nil.
    package mutating func field(_ name: String, _ value: (some JSONWritable)?) {
        if let value { member(name, value) }
    }

    /// Writes one member of the object being written.
    mutating func member(_ name: String, _ value: some JSONWritable) {
        // An optional of a generic type would cost a lookup of its metadata, for each of an answer's hundreds of members.
        separate()
        string(name)
        bytes.append(UInt8(ascii: ":"))
        value.write(to: &self)
    }

    /// Writes one element of the array being written.
    package mutating func element(_ value: some JSONWritable) {
        separate()
        value.write(to: &self)
    }

    /// Writes a string, escaping only what JSON requires.
    package mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            var rest = text
            while let offset = rest.firstIndex(where: { JSONByte.mustBeEscaped($0) }) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<offset]))
                escape(rest[offset])
                rest = UnsafeBufferPointer(rebasing: rest[(offset + 1)...])
            }
            bytes.append(contentsOf: rest)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes an integer.
    package mutating func integer(_ value: Int) {
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes a number in the fewest digits that round-trip; `null` for a value that JSON cannot represent.
    package mutating func double(_ value: Double) {
        bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
    }

    /// Writes `true` or `false`.
    package mutating func boolean(_ value: Bool) {
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes `null`.
    package mutating func null() {
        bytes.append(contentsOf: "null".utf8)
    }

    /// Writes a value as it was given, except that line breaks become spaces so that it stays on one line.
    package mutating func verbatim(_ value: JSONValue) {
        // A checked text has line breaks only between its tokens.
        for byte in value.bytes { bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
    }

    /// Appends bytes that another writer wrote.
    package mutating func written(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        bytes.append(open)
        isFirst = true
        content(&self)
        isFirst = false
        bytes.append(close)
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case ..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
