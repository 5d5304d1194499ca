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

extension SuspensionResult: JSONRecord {
    package static var blank: SuspensionResult { SuspensionResult(isSuspended: false, hasChanged: false) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("suspended", &isSuspended)
        try visitor.required("changed", &hasChanged)
    }
}
