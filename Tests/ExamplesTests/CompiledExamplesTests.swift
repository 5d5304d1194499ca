import Foundation
import Testing

@Suite("Examples in doc comments")
struct CompiledExamplesTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The lines without indentation, none of them blank.
    private static func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The blocks of Swift in the doc comments of a file.
    private static func examples(in text: String) -> [[String]] {
        var (examples, current): ([[String]], [String]?) = ([], nil)
        for line in lines(text) where line.hasPrefix("///") {
            let content = line.dropFirst(3).trimmingCharacters(in: .whitespaces)
            switch (content, current) {
            case ("```swift", _): current = []
            case ("```", let example?):
                examples.append(example)
                current = nil
            case (_, var example?) where !content.isEmpty:
                example.append(content)
                current = example
            default: break
            }
        }
        return examples
    }

    @Test("Each is compiled and run by a test of this module")
    func compiled() throws {
        let compiled = try Self.lines(
            String(contentsOf: Self.root.appendingPathComponent("Tests/ExamplesTests/Examples.swift"), encoding: .utf8))
        let sources = try #require(
            FileManager.default.enumerator(
                at: Self.root.appendingPathComponent("Sources"), includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in sources where file.pathExtension == "swift" {
            for example in Self.examples(in: try String(contentsOf: file, encoding: .utf8)) {
                count += 1
                let isCompiled = compiled.indices.contains { compiled[$0...].starts(with: example) }
                #expect(isCompiled, "\(file.lastPathComponent): \(example)")
            }
        }
        #expect(count >= 12)
    }
}
