import Foundation
import QueryLanguage
import Testing

@Suite("The documentation of the query language")
struct DocumentationTests {
    @Test("Every example can be parsed as a query")
    func examples() throws {
        let examples = try Self.lines(inBlocks: "query")
        #expect(examples.count > 50)
        for example in examples {
            #expect(throws: Never.self, "\(example)") { try sampleParser.parse(example) }
        }
    }

    @Test("Every example of an error is an error")
    func errors() throws {
        let examples = try Self.lines(inBlocks: "query-error")
        #expect(examples.count > 15)
        for example in examples {
            #expect(throws: QueryError.self, "\(example)") { try sampleParser.parse(example) }
        }
    }

    private static func lines(inBlocks language: String) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = root.appending(path: "Sources/QueryLanguage/QueryLanguage.docc/QueryLanguage.md")
        var lines: [String] = []
        var isInside = false
        for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("```") {
                isInside = line == "```" + language
            } else if isInside {
                lines.append(String(line))
            }
        }
        return lines
    }
}
