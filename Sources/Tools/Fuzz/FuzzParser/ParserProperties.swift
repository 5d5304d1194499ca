import CivilTime
import Fuzzing
import QueryLanguage

/// The properties checked of the tree, or the error, that any query gives.
struct ParserProperties {
    /// The names and syntaxes of the index's fields.
    private static let fields = [
        QueryField(name: "title", aliases: ["tiêuđề"], syntax: .text),
        QueryField(name: "source", aliases: ["nguồn"], syntax: .value),
        QueryField(name: "author", aliases: ["tácgiả"], syntax: .value),
        QueryField(name: "section", aliases: ["mục"], syntax: .value),
        QueryField(name: "tag", aliases: ["nhãn"], syntax: .value),
        QueryField(name: "ref", aliases: ["sốhiệu"], syntax: .value),
        QueryField(name: "path", aliases: ["tệp"], syntax: .value),
        QueryField(name: "url", syntax: .value),
        QueryField(name: "id", syntax: .value),
        QueryField(name: "date", aliases: ["ngày"], syntax: .dates),
        QueryField(name: "since", aliases: ["từ"], syntax: .since),
        QueryField(name: "until", aliases: ["đến"], syntax: .until),
        QueryField(name: "before", aliases: ["trước"], syntax: .before),
    ]
    /// The parser, with today being Saturday, 21 November 2026.
    private static let parser = QueryParser(fields: fields, today: Day(number: 20_778))

    private static func field(_ name: String) -> QueryField? { fields.first { $0.name == name } }

    private let query: String
    /// Whether a scalar begins at each byte, and at the end.
    private let boundaries: [Bool]

    init(_ query: String) {
        self.query = query
        boundaries = query.utf8.map { $0 & 0xC0 != 0x80 } + [true]
    }

    func check() {
        let spellings = equivalentSpellings(of: query).filter { $0.utf8.count <= QueryParser.maximumLength }
        for asYouType in [false, true] {
            switch parsed(query, asYouType: asYouType) {
            case .success(let tree): check(tree)
            case .failure(let error): check(error)
            }
            guard spellings.count > 1 else { continue }
            // Strings compare by canonical equivalence.
            let meanings = Set(spellings.map { meaning(of: parsed($0, asYouType: asYouType)) })
            expect(meanings.count == 1, "every spelling means the same: \(meanings)")
        }
    }

    private func meaning(of result: Result<QueryNode, QueryError>) -> String {
        switch result {
        case .success(let tree): tree.description
        case .failure(let error): error.message
        }
    }

    private func parsed(_ query: String, asYouType: Bool) -> Result<QueryNode, QueryError> {
        Result { () throws(QueryError) in try ParserProperties.parser.parse(query, asYouType: asYouType) }
    }

    private func check(_ error: QueryError) {
        expect(
            error.length >= 0 && isWhole(error.column, error.column + error.length), "an error has a place: \(error)")
        expect(!error.message.isEmpty && !error.expected.isEmpty, "an error says what is wrong and what would be right")
        expect(!error.description.contains(where: \.isNewline), "an error is one line: \(error)")
    }

    private func check(_ tree: QueryNode) {
        var nodes = 0
        check(tree, in: 0..<query.utf8.count, depth: 0, &nodes)
        expect(nodes <= QueryParser.maximumNodes, "a tree has no more nodes than the limit: \(nodes)")
    }

    private func check(_ node: QueryNode, in range: Range<Int>, depth: Int, _ nodes: inout Int) {
        nodes += 1
        expect(
            range.lowerBound <= node.range.lowerBound && node.range.upperBound <= range.upperBound
                && isWhole(node.range.lowerBound, node.range.upperBound), "a part lies in its whole: \(node)")
        // One level of brackets may contain alternatives, conjunctions, proximity groups and a field's name.
        expect(depth <= QueryParser.maximumDepth * 4 + 4, "a tree is not deeper than what was typed: \(depth)")
        switch node.kind {
        case .everything: expect(node.range.isEmpty, "everything is nowhere in the query: \(node)")
        case .dates(let days): expect(!days.isEmpty, "days are never none: \(node)")
        case .word(let text), .phrase(let text), .prefix(let text):
            expect(!text.isEmpty, "a text is never empty: \(node)")
        case .value(let field, let text, _):
            expect(!text.isEmpty, "a value is never empty: \(node)")
            expect(ParserProperties.field(field)?.syntax == .value, "a value belongs to a field of values: \(node)")
        case .within(let field, _):
            expect(ParserProperties.field(field)?.syntax == .text, "words belong to a field of text: \(node)")
        case .near(let parts, let distance):
            expect((0...100).contains(distance), "a distance is 0 to 100: \(node)")
            expect(parts.allSatisfy(isText), "words and phrases stand near each other, nothing else: \(node)")
        case .all, .any, .not: break
        }
        for part in parts(of: node) { check(part, in: node.range, depth: depth + 1, &nodes) }
    }

    private func parts(of node: QueryNode) -> [QueryNode] {
        switch node.kind {
        case .all(let parts), .any(let parts), .near(let parts, _):
            expect(parts.count > 1, "a list has two parts or more: \(node)")
            return parts
        case .not(let part), .within(_, let part): return [part]
        case .everything, .word, .phrase, .prefix, .value, .dates: return []
        }
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
}
