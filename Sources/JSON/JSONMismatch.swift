/// A JSON value that is not what was asked for.
package struct JSONMismatch: Error, Hashable, Sendable {
    /// Where the value stands, seen from the value being read: `articles[3].id`; empty for that value itself.
    package var path: String
    /// What is wrong, as a clause: `expected an integer, found a string`.
    package var reason: String

    /// A mismatch at the value itself.
    package init(reason: String) {
        self.path = ""
        self.reason = reason
    }

    /// A value of the wrong kind.
    package init(expected: String, found value: JSONValue) {
        self.init(reason: "expected \(expected), found \(value.kind.phrase)")
    }

    /// The same mismatch, seen from the object that holds the value under a key.
    package func under(key: String) -> JSONMismatch {
        var outer = self
        let name = JSONMismatch.shown(key)
        outer.path = path.isEmpty || path.hasPrefix("[") ? name + path : name + "." + path
        return outer
    }

    /// A key as it is named in an error of one line, whatever a client put into it.
    private static func shown(_ key: String) -> String {
        let scalars = key.unicodeScalars.prefix(80).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: "\u{FFFD}" as Unicode.Scalar
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The same mismatch, seen from the array that holds the value.
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
