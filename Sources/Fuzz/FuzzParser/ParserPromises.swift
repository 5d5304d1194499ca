import CivilTime
import Fuzzing
import QueryLanguage

/// What is promised of the tree, or the error, that any query gives.
struct ParserPromises {
    /// Fields of every syntax, with names as the index has them.
    private static let parser = QueryParser(
        fields: [
            QueryField(name: "title", aliases: ["tiêuđề"], syntax: .text),
            QueryField(name: "source", aliases: ["nguồn"], syntax: .value),
            QueryField(name: "author", aliases: ["tácgiả"], syntax: .value),
            QueryField(name: "ref", aliases: ["sốhiệu"], syntax: .value),
            QueryField(name: "path", aliases: ["tệp"], syntax: .value),
            QueryField(name: "id", syntax: .value),
            QueryField(name: "date", aliases: ["ngày"], syntax: .dates),
            QueryField(name: "since", aliases: ["từ"], syntax: .since),
            QueryField(name: "until", aliases: ["đến"], syntax: .until),
            QueryField(name: "before", aliases: ["trước"], syntax: .before),
        ],
        // Saturday, 21 November 2026.
        today: Day(number: 20_778))

    private let query: String
    /// Whether a scalar begins at each byte, and at the end.
    private let boundaries: [Bool]

    init(_ query: String) {
        self.query = query
        boundaries = query.utf8.map { $0 & 0xC0 != 0x80 } + [true]
    }

    func check() {
        for asYouType in [false, true] {
            switch parsed(query, asYouType: asYouType) {
            case .success(let tree): check(tree)
            case .failure(let error): check(error)
            }
            checkNormalForms(asYouType: asYouType)
        }
    }

    private func parsed(_ query: String, asYouType: Bool) -> Result<QueryNode, QueryError> {
        Result { () throws(QueryError) in try ParserPromises.parser.parse(query, asYouType: asYouType) }
    }

    private func check(_ error: QueryError) {
        hold(error.length >= 0 && isWhole(error.column, error.column + error.length), "an error has a place: \(error)")
        hold(!error.message.isEmpty && !error.expected.isEmpty, "an error says what is wrong and what would be right")
        hold(!error.description.contains(where: \.isNewline), "an error is one line: \(error)")
    }

    private func check(_ tree: QueryNode) {
        var nodes = 0
        check(tree, in: 0..<query.utf8.count, depth: 0, &nodes)
        hold(nodes <= QueryParser.maximumNodes, "a tree has at most so many nodes: \(nodes)")
    }

    private func check(_ node: QueryNode, in range: Range<Int>, depth: Int, _ nodes: inout Int) {
        nodes += 1
        hold(
            range.lowerBound <= node.range.lowerBound && node.range.upperBound <= range.upperBound
                && isWhole(node.range.lowerBound, node.range.upperBound), "a part lies in its whole: \(node)")
        // A level of brackets may hold alternatives, parts of them, words near each other, and a field's name.
        hold(depth <= QueryParser.maximumDepth * 4 + 4, "a tree is not deeper than what was typed: \(depth)")
        var parts: [QueryNode] = []
        switch node.kind {
        case .everything: hold(node.range.isEmpty, "everything is nowhere in the query: \(node)")
        case .dates(let days): hold(!days.isEmpty, "days are never none: \(node)")
        case .word(let text), .phrase(let text), .prefix(let text), .value(_, let text, _):
            hold(!text.isEmpty, "a text is never empty: \(node)")
        case .all(let list), .any(let list): parts = list
        case .near(let list, let distance):
            hold((0...100).contains(distance), "a distance is 0 to 100: \(node)")
            hold(list.allSatisfy(isText), "words and phrases stand near each other, nothing else: \(node)")
            parts = list
        case .not(let part): check(part, in: node.range, depth: depth + 1, &nodes)
        case .within(let field, let part):
            hold(field == "title", "a text field has words: \(node)")
            check(part, in: node.range, depth: depth + 1, &nodes)
        }
        if case .all = node.kind { hold(parts.count > 1, "a list has two parts and more: \(node)") }
        if case .any = node.kind { hold(parts.count > 1, "a list has two parts and more: \(node)") }
        if case .near = node.kind { hold(parts.count > 1, "a list has two parts and more: \(node)") }
        for part in parts { check(part, in: node.range, depth: depth + 1, &nodes) }
    }

    private func isText(_ node: QueryNode) -> Bool {
        switch node.kind {
        case .word, .phrase, .prefix: true
        default: false
        }
    }

    private func isWhole(_ start: Int, _ end: Int) -> Bool {
        0 <= start && start <= end && end < boundaries.count && boundaries[start] && boundaries[end]
    }

    private func checkNormalForms(asYouType: Bool) {
        guard let forms = NormalForms(query), forms.decomposed.utf8.count <= QueryParser.maximumLength else { return }
        // Strings compare by canonical equivalence.
        let texts = [forms.composed, forms.decomposed].map { form in
            switch parsed(form, asYouType: asYouType) {
            case .success(let tree): tree.description
            case .failure(let error): error.message
            }
        }
        hold(texts[0] == texts[1], "every normal form means the same: \(texts)")
    }
}
