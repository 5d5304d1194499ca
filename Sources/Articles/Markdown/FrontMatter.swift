import YAML

/// The YAML between two lines of `---` at the top of a Markdown file.
struct FrontMatter {
    /// Its fields, sorted by name.
    var fields: [RecordField] = []
    /// Where the title begins, in the text that was read; nil where it has none.
    private(set) var titleStart: TitleStart?
    /// The text after it.
    var rest: Substring

    /// The maximum length of front matter in bytes, and the maximum number of its values once its aliases are expanded.
    private static let longest = 64 << 10
    private static let mostValues = 10_000

    /// Reads the front matter of a text; nil where it has none.
    ///
    /// - Parameter text: The whole text, after its byte order mark.
    /// - Throws: `Unreadable`, with the line, where the YAML is wrong or is not a mapping.
    init?(_ text: Substring) throws {
        guard let first = FrontMatter.line(text), first.content == "---" else { return nil }
        var rest = first.rest
        while let line = FrontMatter.line(rest) {
            if line.content == "---" || line.content == "..." {
                let yaml = text[first.rest.startIndex..<rest.startIndex]
                self.rest = line.rest
                try read(yaml)
                return
            }
            rest = line.rest
        }
        // A line of dashes without a second one is a Markdown thematic break, not the start of front matter.
        return nil
    }

    /// The first line of a text without trailing blanks, and the text after it; nil at the end.
    private static func line(_ text: Substring) -> (content: Substring, rest: Substring)? {
        guard !text.isEmpty else { return nil }
        let end = text.utf8.firstIndex(of: 0x0A) ?? text.endIndex
        let rest = text[(end == text.endIndex ? end : text.utf8.index(after: end))...]
        let content = text[..<end]
        let last = content.utf8.lastIndex { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
        return (last.map { content[...$0] } ?? content[..<content.startIndex], rest)
    }

    private mutating func read(_ yaml: Substring) throws {
        if yaml.utf8.count > FrontMatter.longest {
            throw Unreadable("has front matter longer than \(sizeInWords(FrontMatter.longest)): shorten it")
        }
        let node: YAMLNode?
        do throws(YAMLError) { node = try YAMLReader.read(String(yaml)) } catch { throw FrontMatter.unreadable(error) }
        guard let node, !yaml.isBlank else { return }
        var values = 0
        guard case .object(let fields) = try FrontMatter.value(node, count: &values) else {
            throw Unreadable("has front matter that is no list of \"key: value\": correct it", line: 1)
        }
        self.fields = fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        if case .mapping(let pairs) = node.content, let title = pairs.first(where: { $0.key.text == "title" })?.value {
            titleStart = FrontMatter.start(of: title, in: yaml)
        }
    }

    /// Where a scalar begins: behind its quotation mark, or in the line below the mark of a block.
    private static func start(of scalar: YAMLNode, in yaml: Substring) -> TitleStart? {
        let scalars = yaml.unicodeScalars
        guard let text = scalar.text, !text.isBlank,
            let start = scalars.index(scalars.startIndex, offsetBy: scalar.offset, limitedBy: scalars.endIndex),
            start < scalars.endIndex
        else { return nil }
        let below = yaml.utf8[start...].firstIndex(of: 0x0A).map { yaml[$0...].trimmed.startIndex }
        let starts = [start, scalars.index(after: start)] + (below.map { [$0] } ?? [])
        let verbatim = starts.first { yaml.utf8[$0...].starts(with: text.utf8) }
        return TitleStart(index: verbatim ?? start, isVerbatim: verbatim != nil)
    }

    private static func unreadable(_ error: YAMLError) -> Unreadable {
        // The first line of the YAML is the file's second, and lines of failures count from 0.
        switch error.problem {
        case .malformed(let problem):
            Unreadable("has front matter that is not YAML (\(problem)): correct it", line: error.line)
        case .duplicateKey(let key):
            Unreadable("has front matter with a key given twice (\(key)): leave one of them out", line: error.line)
        }
    }

    /// Converts a node to a value; its scalars stay as written, except where JSON has a type for them.
    private static func value(_ node: YAMLNode, count: inout Int) throws -> RecordValue {
        count += 1
        if count > mostValues { throw Unreadable("has front matter of more than 10,000 values: shorten it", line: 1) }
        switch node.content {
        case .scalar(let text, let isPlain): return isPlain ? scalar(text, isNull: node.isNull) : .string(text)
        case .sequence(let elements): return .array(try elements.map { try value($0, count: &count) })
        case .mapping(let pairs):
            return .object(
                try pairs.map { pair in
                    RecordField(name: pair.key.text ?? "", value: try value(pair.value, count: &count))
                })
        }
    }

    /// Converts a plain scalar; YAML has more words for true and false than JSON.
    private static func scalar(_ text: String, isNull: Bool) -> RecordValue {
        if isNull { return .null }
        switch text.lowercased() {
        case "true", "yes", "on": return .bool(true)
        case "false", "no", "off": return .bool(false)
        default: break
        }
        // Only digits that JSON would write the same way are a number: 007 and 1_000 are texts.
        if let int = Int(text), String(int) == text { return .number(text) }
        return .string(text)
    }
}
