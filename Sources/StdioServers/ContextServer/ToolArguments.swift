import JSON

/// The arguments of a call, checked against the tool's parameters; the daemon checks their types.
struct ToolArguments {
    private(set) var entries: [(key: String, value: JSONValue)] = []

    /// Reads the arguments.
    ///
    /// - Parameters:
    ///   - json: an object, or nil where none were given.
    ///   - tool: the tool that is called.
    /// - Throws: `JSONMismatch` for an unknown key, and for a `limit` that is too large.
    init(_ json: JSONValue?, for tool: Tool) throws(JSONMismatch) {
        let given = json ?? .emptyObject
        guard given.kind == .object else {
            throw JSONMismatch(expected: "an object", found: given).under(key: "arguments")
        }
        for (key, value) in given.members {
            let name = try String(json: key)
            guard tool.parameters.contains(where: { $0.name == name }) else {
                let names = tool.parameters.map(\.name).joined(separator: ", ")
                throw JSONMismatch(reason: "\(tool.name) has no such argument; it takes \(names)").under(key: name)
            }
            if name == "limit", let limit = try? Int(json: value), limit > Tool.mostHits {
                throw JSONMismatch(reason: "\(Tool.mostHits) at most; use offset for more").under(key: name)
            }
            entries.append((name, value))
        }
    }

    /// Removes and returns an argument that the daemon does not know.
    ///
    /// - Parameter name: its key.
    /// - Returns: its value, or nil where it was not given.
    /// - Throws: `JSONMismatch` where it is of another type.
    mutating func take<Value: JSONReadable>(_ name: String) throws(JSONMismatch) -> Value? {
        guard let place = entries.firstIndex(where: { $0.key == name }) else { return nil }
        let value = entries.remove(at: place).value
        do throws(JSONMismatch) { return try Value(json: value) } catch { throw error.under(key: name) }
    }

    /// Adds an argument that the caller does not choose.
    mutating func add(_ name: String, _ value: some JSONWritable) {
        if let value = JSONValue(of: value) { entries.append((name, value)) }
    }

    /// The value of a string argument.
    func text(_ name: String) -> String? { entries.first { $0.key == name }?.value.string }

    /// The number of hits skipped.
    var offset: Int { entries.first { $0.key == "offset" }.flatMap { try? Int(json: $0.value) } ?? 0 }
}
