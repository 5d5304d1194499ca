/// An error for a JSON value of an unexpected type or content.
package struct JSONMismatch: Error, Hashable, Sendable {
    /// The path of the value relative to the value being read: `articles[3].id`; empty for that value itself.
    package var path: String
    /// What is wrong, as a clause: `expected an integer, found a string`.
    package var reason: String

    /// Creates a mismatch at the value itself.
    package init(reason: String) {
        self.path = ""
        self.reason = reason
    }

    /// Creates a mismatch for a value of the wrong kind.
    package init(expected: String, found value: JSONValue) {
        self.init(reason: "expected \(expected), found \(value.kind.phrase)")
    }

    /// The same mismatch, relative to the object that has the value under a key.
    package func under(key: String) -> JSONMismatch {
        var outer = self
        let name = JSONMismatch.shown(key)
        outer.path = path.isEmpty || path.hasPrefix("[") ? name + path : name + "." + path
        return outer
    }

    /// A key in a form that fits an error of one line, whatever the client sent.
    private static func shown(_ key: String) -> String {
        let scalars = key.unicodeScalars.prefix(80).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: "\u{FFFD}" as Unicode.Scalar
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The same mismatch, relative to the array that contains the value.
    package func under(index: Int) -> JSONMismatch {
        var outer = self
        outer.path = path.isEmpty || path.hasPrefix("[") ? "[\(index)]" + path : "[\(index)]." + path
        return outer
    }
}

extension JSONMismatch: CustomStringConvertible {
    /// The mismatch in one line.
    package var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}

extension JSONValue.Kind {
    /// The kind with its article, for an error.
    fileprivate var phrase: String {
        switch self {
        case .null: "null"
        case .array, .object: "an \(rawValue)"
        default: "a \(rawValue)"
        }
    }
}
