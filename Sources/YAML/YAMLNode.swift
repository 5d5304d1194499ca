/// A value in a YAML document, with its line.
package struct YAMLNode: Hashable, Sendable {
    /// The kind of a value, with its content.
    package indirect enum Content: Hashable, Sendable {
        /// A text. A plain one has neither quotation marks nor a tag, and may represent a number or another type.
        case scalar(String, isPlain: Bool)
        /// Values in their order.
        case sequence([YAMLNode])
        /// Keys and values in their order; no scalar key occurs twice.
        case mapping([Pair])
    }

    /// A key of a mapping, with its value.
    package struct Pair: Hashable, Sendable {
        /// The key.
        package var key: YAMLNode
        /// The value.
        package var value: YAMLNode
    }

    /// The content of the value.
    package var content: Content
    /// The line in which the value begins, counted from 1; for an alias, the line of the value that it refers to.
    package var line: Int
    /// The number of Unicode scalars before the value; for an alias, before the value that it refers to.
    package var offset: Int

    /// The text of a scalar; nil for any other value.
    package var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    /// Whether it is a plain scalar that represents null: `null`, `~` or the empty text.
    package var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}

/// The reason why a text is not usable YAML.
package struct YAMLError: Error, Hashable, Sendable {
    /// The kind of error.
    package enum Problem: Hashable, Sendable {
        /// The text is not YAML; the message is that of libyaml.
        case malformed(String)
        /// A mapping has this key twice.
        case duplicateKey(String)
    }

    /// The error.
    package var problem: Problem
    /// The line, counted from 1.
    package var line: Int

    /// Creates an error in a line.
    package init(problem: Problem, line: Int) {
        self.problem = problem
        self.line = line
    }
}
