/// A value of a YAML document, with the line that it stands in.
package struct YAMLNode: Hashable, Sendable {
    /// What a value is.
    package indirect enum Content: Hashable, Sendable {
        /// A text. A plain one stands without quotation marks and without a tag, and may be meant as a number or the like.
        case scalar(String, isPlain: Bool)
        /// Values in their order.
        case sequence([YAMLNode])
        /// Keys and values in their order; no text is a key twice.
        case mapping([Pair])
    }

    /// A key of a mapping, with its value.
    package struct Pair: Hashable, Sendable {
        /// The key.
        package var key: YAMLNode
        /// The value.
        package var value: YAMLNode
    }

    /// What the value is.
    package var content: Content
    /// The line in which it begins, counted from 1; of an alias, the line of what it stands for.
    package var line: Int

    /// The text of a scalar, or nil.
    package var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    /// Whether it is the plain scalar that stands for no value: `null`, `~` or nothing at all.
    package var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}

/// Why a text is no YAML that can be used.
package struct YAMLError: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// The text is no YAML; in the words of libyaml.
        case malformed(String)
        /// A mapping has this key twice.
        case duplicateKey(String)
    }

    /// What is wrong.
    package var problem: Problem
    /// The line, counted from 1.
    package var line: Int

    /// A problem in a line.
    package init(problem: Problem, line: Int) {
        self.problem = problem
        self.line = line
    }
}
