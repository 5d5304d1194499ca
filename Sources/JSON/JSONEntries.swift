/// An object whose keys are data rather than fields, in order: facets, unknown keys, provenance.
package struct JSONEntries<Value> {
    /// The keys with their values.
    package var entries: [(key: String, value: Value)]

    /// Creates an object with the given entries.
    package init(_ entries: [(key: String, value: Value)] = []) { self.entries = entries }

    /// Whether the object has no entries.
    package var isEmpty: Bool { entries.isEmpty }

    /// The first value of a key.
    package subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }
}

extension JSONEntries: Sendable where Value: Sendable {}

extension JSONEntries: JSONWritable where Value: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (key, value) in entries { writer.field(key, value) }
        }
    }
}

extension JSONEntries: JSONReadable where Value: JSONReadable {
    package init(json: JSONValue) throws(JSONMismatch) {
        guard json.kind == .object else { throw JSONMismatch(expected: "an object", found: json) }
        entries = []
        for (key, value) in json.members {
            let name = try String(json: key)
            do throws(JSONMismatch) { entries.append((name, try Value(json: value))) } catch {
                throw error.under(key: name)
            }
        }
    }
}
