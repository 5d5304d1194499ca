extension QueryNode: CustomStringConvertible {
    /// The tree as one line: `(all (word thành) (phrase "đại hội"))`.
    ///
    /// Texts appear as typed. Days are `(dates 2015-01-01..2015-12-31)`, with open ends left out; a value that is a
    /// prefix has a star: `(value path "/a/b" *)`.
    package var description: String {
        switch kind {
        case .everything: "(everything)"
        case .word(let text): "(word \(text))"
        case .phrase(let text): "(phrase \"\(text)\")"
        case .prefix(let text): "(prefix \(text))"
        case .all(let nodes): "(all \(QueryNode.line(nodes)))"
        case .any(let nodes): "(any \(QueryNode.line(nodes)))"
        case .near(let nodes, let distance): "(near/\(distance) \(QueryNode.line(nodes)))"
        case .not(let node): "(not \(node))"
        case .within(let field, let node): "(within \(field) \(node))"
        case .value(let field, let text, let isPrefix): "(value \(field) \"\(text)\"\(isPrefix ? " *" : ""))"
        case .dates(let days):
            "(dates \(days.first?.description ?? "")..\(days.last?.description ?? ""))"
        }
    }

    private static func line(_ nodes: [QueryNode]) -> String {
        nodes.map(\.description).joined(separator: " ")
    }
}
