import QueryLanguage
import Testing
import Vietnamese

@testable import QueryPlanning

@Suite("The table of fields")
struct FieldTests {
    @Test("Field names are unique, with and without marks")
    func uniqueNames() {
        let names = Field.all.flatMap { field in [field.name] + field.aliases }.map { fold($0) }
        #expect(Set(names).count == names.count, "\(names.sorted())")
    }

    @Test("The examples of a field can be parsed and name the field", arguments: Field.all.map(\.name))
    func examples(name: String) throws {
        let field = try #require(Field.named(name))
        let parser = QueryParser(fields: Field.all.map(\.queryField), today: .first)
        #expect(field.example.hasPrefix(name + ":"))
        for query in [field.example] + field.aliases.map({ $0 + field.example.dropFirst(name.count) }) {
            let node = try parser.parse(query)
            let original = try parser.parse(field.example)
            switch (node.kind, original.kind) {
            case (.within(let found, _), .within(let expected, _)): #expect(found == expected)
            default: #expect(node.kind == original.kind)
            }
        }
    }
}
