import Testing
import YAML

@Suite("YAML")
struct YAMLReaderTests {
    /// A value on one line: plain texts as they are, others in quotation marks.
    private func line(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text, let isPlain): isPlain ? text : "\"\(text)\""
        case .sequence(let elements): "[" + elements.map(line).joined(separator: ", ") + "]"
        case .mapping(let pairs): "{" + pairs.map { line($0.key) + ": " + line($0.value) }.joined(separator: ", ") + "}"
        }
    }

    @Test(
        "Values of every kind are read",
        arguments: [
            ("a: 1\nb: 'x'\nc: [1, \"2\", {d: e}]", #"{a: 1, b: "x", c: [1, "2", {d: e}]}"#),
            ("- đò\n- |\n  x\n", "[đò, \"x\n\"]"),
            ("a: !!str 1", #"{a: "1"}"#), ("&x a: &y [1]\nb: *y\nc: *x", "{a: [1], b: [1], c: a}"),
            ("a:\nb: ~", "{a: , b: ~}"),
            ("--- x\n...\n", "x"), ("\u{FEFF}a: b", "{a: b}"), ("{}", "{}"),
        ])
    func values(text: String, expected: String) throws { #expect(try YAMLReader.read(text).map(line) == expected) }

    @Test("A file of comments only has no value", arguments: ["", "# a\n", "\n\n"])
    func nothing(text: String) throws { #expect(try YAMLReader.read(text) == nil) }

    @Test("Values and keys know their line")
    func lines() throws {
        guard case .mapping(let pairs)? = try YAMLReader.read("# c\na: 1\nb:\n  - x\n")?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs.map(\.key.line) == [2, 3])
        #expect(pairs.map(\.value.line) == [2, 4])
        #expect(try YAMLReader.read("a:\n") != nil)
    }

    @Test(
        "An error has its line",
        arguments: [
            ("a: [1\nb: 2", 2), ("a: 1\n\tb: 2", 2), ("a: *x", 1), ("a: &x [*x]", 1), ("a\n--- b", 2),
            ("a: b\nc: \u{1}", 2),
            (String(repeating: "[", count: 101) + String(repeating: "]", count: 101), 1),
        ])
    func malformed(text: String, line: Int) {
        let error = #expect(throws: YAMLError.self) { try YAMLReader.read(text) }
        #expect(error?.line == line)
        guard case .malformed? = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("A duplicate key is named with its second line")
    func duplicates() {
        #expect(throws: YAMLError(problem: .duplicateKey("a"), line: 3)) { try YAMLReader.read("a: 1\nb: 2\na: 3") }
    }

    @Test("Aliases of aliases need no more memory than their length")
    func aliases() throws {
        var text = "x0: &x0 [1, 1]\n"
        for number in 1..<60 { text += "x\(number): &x\(number) [*x\(number - 1), *x\(number - 1)]\n" }
        guard case .mapping(let pairs)? = try YAMLReader.read(text)?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs.count == 60)
    }
}
