/// The members of an object while they are read, each at most once.
package struct JSONFields {
    /// The maximum number of keys, more than any object of the protocol has; a lookup is a linear search.
    private static let countLimit = 64

    private var members: [(key: String, value: JSONValue)] = []

    /// Opens an object.
    ///
    /// - Parameter json: the value, which must be an object.
    /// - Throws: `JSONMismatch` for another kind of value, for more than 64 keys and for a key given twice.
    package init(_ json: JSONValue) throws(JSONMismatch) {
        guard json.kind == .object else { throw JSONMismatch(expected: "an object", found: json) }
        let given = json.members
        guard given.count <= Self.countLimit else {
            throw JSONMismatch(reason: "expected at most \(Self.countLimit) keys, found \(given.count)")
        }
        for (key, value) in given {
            let name = try String(json: key)
            guard !members.contains(where: { $0.key == name }) else {
                throw JSONMismatch(reason: "given twice").under(key: name)
            }
            members.append((name, value))
        }
    }

    /// Reads a required member.
    ///
    /// - Parameter name: the key.
    /// - Returns: the value.
    /// - Throws: `JSONMismatch` where it is missing or not of this type.
    package mutating func required<Value: JSONReadable>(_ name: String) throws(JSONMismatch) -> Value {
        guard let value = take(name) else { throw JSONMismatch(reason: "missing").under(key: name) }
        do throws(JSONMismatch) { return try Value(json: value) } catch { throw error.under(key: name) }
    }

    /// Reads a member that may be missing or null.
    ///
    /// - Parameter name: the key.
    /// - Returns: the value, or nil.
    /// - Throws: `JSONMismatch` where it is not of this type.
    package mutating func optional<Value: JSONReadable>(_ name: String) throws(JSONMismatch) -> Value? {
        guard let value = take(name), value.kind != .null else { return nil }
        do throws(JSONMismatch) { return try Value(json: value) } catch { throw error.under(key: name) }
    }

    /// Rejects members that were not read: an unknown key is an error and is never ignored.
    ///
    /// - Throws: `JSONMismatch` naming the first such key.
    package func end() throws(JSONMismatch) {
        if let unknown = members.first { throw JSONMismatch(reason: "unknown key").under(key: unknown.key) }
    }

    private mutating func take(_ name: String) -> JSONValue? {
        members.firstIndex { $0.key == name }.map { members.remove(at: $0).value }
    }
}
