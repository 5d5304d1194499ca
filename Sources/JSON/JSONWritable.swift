/// A type that can write itself as JSON.
package protocol JSONWritable {
    /// Writes exactly one value.
    func write(to writer: inout JSONWriter)
}

extension JSONWritable {
    /// The value as JSON text in UTF-8, on one line.
    package var json: [UInt8] { JSONWriter.text(of: self) }
}

extension String: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Double: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.double(self) }
}

extension Bool: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.boolean(self) }
}

extension JSONValue: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.verbatim(self) }
}

extension Array: JSONWritable where Element: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.array { writer in
            for element in self { writer.element(element) }
        }
    }
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
    package func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}
