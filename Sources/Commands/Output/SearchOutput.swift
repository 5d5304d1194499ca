import SearchProtocol

/// The output formats of hits.
enum SearchFormat: String, Choice {
    /// For people.
    case human
    /// The protocol's result as one JSON object.
    case json
    /// One JSON object for each hit.
    case jsonl
    /// `path:line:column:text`, for editors.
    case vimgrep
    /// The path of each file with a hit, once, in the order of its best hit.
    case paths

    /// The help of the option.
    static let help =
        "Print as human, json, jsonl, vimgrep or paths; paths prints each file once, however many hits it has."
    /// The help of the option `--null`.
    static let nullHelp = "End each path with a NUL byte: all of a line of paths, or the path of a line of vimgrep."

    /// Rejects NUL bytes in a format that does not print paths.
    ///
    /// - Throws: `UsageError`.
    func checkTakesNull() throws {
        guard self == .paths || self == .vimgrep else {
            throw UsageError(description: "--null has no place in --format \(self); use paths or vimgrep")
        }
    }

    /// Whether the output does not show what was found: it has no hits, and the format has no total.
    func isEmptyOutput(of result: SearchResult) -> Bool { self != .json && result.hits.isEmpty }
}

/// Prints the result of a search.
struct SearchOutput {
    let format: SearchFormat
    let style: Style
    let firstNumber: Int
    /// Whether a path ends with a NUL byte, so that any path can be read back.
    var endsWithNull = false

    /// Prints only the hits, on standard output.
    func print(_ result: SearchResult) {
        let output = bytes(of: result)
        Terminal.write(Terminal.outputIsTerminal && isJSON ? Terminal.escapingControls(output) : output)
    }

    private var isJSON: Bool { format == .json || format == .jsonl }

    /// The output as bytes.
    func bytes(of result: SearchResult) -> [UInt8] {
        switch format {
        case .json: result.json + [0x0A]
        case .jsonl: result.hits.flatMap { $0.json + [0x0A] }
        case .paths: paths(result.hits).flatMap { Array($0.utf8) + [endsWithNull ? 0 : 0x0A] }
        case .vimgrep: SearchOutput.lines(result.hits, vimgrep)
        case .human:
            (result.explanation.map { Explanation.lines(of: $0, style) } ?? [])
                + SearchOutput.lines(result.hits.enumerated()) { human($1, number: firstNumber + $0) }
                + SearchOutput.lines(FacetOutput(style: style).lines(of: result)) { $0 }
        }
    }

    private static func lines<Item>(_ items: some Sequence<Item>, _ line: (Item) -> String) -> [UInt8] {
        items.flatMap { Array((line($0) + "\n").utf8) }
    }

    /// A hit in the format of editors: lines and columns count from 1.
    func vimgrep(_ hit: SearchHit) -> String { place(hit) + SearchOutput.line(of: hit) }

    private func place(_ hit: SearchHit) -> String {
        "\(SearchOutput.file(of: hit))\(endsWithNull ? "\0" : ":")\((hit.line ?? 0) + 1):\((hit.column ?? 0) + 1):"
    }

    /// The files of hits, each once.
    private func paths(_ hits: [SearchHit]) -> [String] {
        var seen: Set<[UInt8]> = []
        // Compared byte by byte: strings are equal in NFC and NFD, files are not.
        return hits.map(SearchOutput.file).filter { seen.insert(Array($0.utf8)).inserted }
    }

    /// The path of a hit, or what stands for it where it came from no file.
    private static func file(of hit: SearchHit) -> String { exact(hit.path ?? hit.url ?? hit.id) }

    /// A path as programs need it, but without anything that controls a terminal.
    private static func exact(_ path: String) -> String {
        Terminal.outputIsTerminal ? path.withoutControls : path
    }

    private static func line(of hit: SearchHit) -> String {
        let title = hit.title.singleLine
        let text = hit.snippet?.text.singleLine ?? ""
        return title.isEmpty || text.isEmpty ? title + text : title + ": " + text
    }

    /// A hit for people, on a few lines.
    func human(_ hit: SearchHit, number: Int) -> String {
        let indent = "    "
        let title =
            hit.title.isEmpty
            ? style.faint("(no title)") : style.highlighted(hit.title, hit.titleHighlights, isTitle: true)
        var lines = [number < 10 ? " \(number). \(title)" : "\(number). \(title)"]
        let facts = [hit.date.map { String($0.prefix(10)) }, hit.source, hit.author].compactMap { $0?.singleLine }
        let missing = (hit.missing ?? []).map { "without " + $0.singleLine }
        let line = (facts + missing).joined(separator: " · ")
        if !line.isEmpty { lines.append(indent + style.faint(line)) }
        if let explanation = hit.explanation { lines += Explanation.lines(of: explanation, score: hit.score, style) }
        if let snippet = hit.snippet { lines.append(indent + style.highlighted(snippet.text, snippet.highlights)) }
        let place = hit.path.map { "\($0):\((hit.line ?? 0) + 1)" } ?? hit.url ?? ""
        lines.append(indent + style.faint((place.isEmpty ? "" : place.singleLine + "  ") + "id:" + hit.id.singleLine))
        return lines.joined(separator: "\n")
    }
}
