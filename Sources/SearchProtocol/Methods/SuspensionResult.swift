package import JSON

/// The state of writing after it was suspended or resumed.
package struct SuspensionResult: Hashable, Sendable {
    /// Whether writing is suspended now.
    package var isSuspended: Bool
    /// Whether the request changed that.
    package var hasChanged: Bool

    /// Creates a result from a state and whether it is new.
    package init(isSuspended: Bool, hasChanged: Bool) {
        self.isSuspended = isSuspended
        self.hasChanged = hasChanged
    }
}

extension SuspensionResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        isSuspended = try fields.required("suspended")
        hasChanged = try fields.required("changed")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("suspended", isSuspended)
            writer.field("changed", hasChanged)
        }
    }
}
