internal import CYAML

/// Reads a YAML document with libyaml.
///
/// ```swift
/// let document = try YAMLReader.read("title: Cầu mới\ntags: [cầu, đường]\n")
/// ```
package enum YAMLReader {
    /// The maximum nesting depth of sequences and mappings.
    private static let deepest = 100

    /// Reads a text that contains at most one document.
    ///
    /// Time and memory are proportional to the text: an alias shares the storage of the value that it refers to.
    ///
    /// - Parameter text: The text.
    /// - Returns: The document's value, or nil if there is no document.
    /// - Throws: `YAMLError`.
    package static func read(_ text: String) throws(YAMLError) -> YAMLNode? {
        var text = text
        var result = Result<YAMLNode?, YAMLError>.success(nil)
        text.withUTF8 { bytes in
            var events = EventSource(bytes)
            defer { events.end() }
            do throws(YAMLError) { result = .success(try document(&events)) } catch { result = .failure(error) }
        }
        return try result.get()
    }

    private static func document(_ events: inout EventSource) throws(YAMLError) -> YAMLNode? {
        var root: YAMLNode?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamEnd: return root
            case .other: continue
            default:
                guard root == nil else {
                    throw YAMLError(problem: .malformed("there is more than one document"), line: event.line)
                }
                var anchors: [String: YAMLNode] = [:]
                root = try node(event, &events, &anchors, depth: 0)
            }
        }
    }

    private static func node(
        _ event: Event, _ events: inout EventSource, _ anchors: inout [String: YAMLNode], depth: Int
    ) throws(YAMLError) -> YAMLNode {
        guard depth < deepest else {
            throw YAMLError(problem: .malformed("it is nested too deeply"), line: event.line)
        }
        let content: YAMLNode.Content
        switch event.kind {
        case .scalar(let text, let isPlain): content = .scalar(text, isPlain: isPlain)
        case .sequenceStart:
            var elements: [YAMLNode] = []
            while true {
                let next = try events.next()
                if next.kind == .collectionEnd { break }
                elements.append(try node(next, &events, &anchors, depth: depth + 1))
            }
            content = .sequence(elements)
        case .mappingStart:
            content = .mapping(try pairs(&events, &anchors, depth: depth))
        case .alias(let name):
            guard let named = anchors[name] else {
                throw YAMLError(problem: .malformed("nothing is named &\(name) before this alias"), line: event.line)
            }
            return named
        case .collectionEnd, .streamEnd, .other:
            throw YAMLError(problem: .malformed("a value is missing"), line: event.line)
        }
        let node = YAMLNode(content: content, line: event.line, offset: Int(event.mark.index))
        if let anchor = event.anchor { anchors[anchor] = node }
        return node
    }

    private static func pairs(
        _ events: inout EventSource, _ anchors: inout [String: YAMLNode], depth: Int
    ) throws(YAMLError) -> [YAMLNode.Pair] {
        var pairs: [YAMLNode.Pair] = []
        var names: Set<String> = []
        while true {
            let next = try events.next()
            if next.kind == .collectionEnd { return pairs }
            let key = try node(next, &events, &anchors, depth: depth + 1)
            if let name = key.text, !names.insert(name).inserted {
                throw YAMLError(problem: .duplicateKey(name), line: next.line)
            }
            pairs.append(YAMLNode.Pair(key: key, value: try node(events.next(), &events, &anchors, depth: depth + 1)))
        }
    }
}

/// A parsing event of libyaml.
private struct Event {
    enum Kind: Equatable {
        case scalar(String, isPlain: Bool)
        case sequenceStart, mappingStart, collectionEnd
        case alias(String)
        case streamEnd, other
    }

    var kind: Kind
    var anchor: String?
    /// Where it begins.
    var mark: yaml_mark_t
    /// The line in which it begins, counted from 1.
    var line: Int { Int(mark.line) + 1 }
}

/// The parsing events of some bytes, which must stay at their address.
private struct EventSource {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let isReady: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        parser = .allocate(capacity: 1)
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    /// Frees the resources of libyaml.
    func end() {
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
    }

    mutating func next() throws(YAMLError) -> Event {
        var event = yaml_event_t()
        guard isReady else { throw YAMLError(problem: .malformed("there is no memory to read it"), line: 1) }
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
        defer { yaml_event_delete(&event) }
        let mark = event.start_mark
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.plain_implicit == 1
            return Event(
                kind: .scalar(String(decoding: value, as: UTF8.self), isPlain: isPlain),
                anchor: EventSource.name(scalar.anchor), mark: mark)
        case YAML_SEQUENCE_START_EVENT:
            return Event(kind: .sequenceStart, anchor: EventSource.name(event.data.sequence_start.anchor), mark: mark)
        case YAML_MAPPING_START_EVENT:
            return Event(kind: .mappingStart, anchor: EventSource.name(event.data.mapping_start.anchor), mark: mark)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return Event(kind: .collectionEnd, mark: mark)
        case YAML_ALIAS_EVENT:
            return Event(kind: .alias(EventSource.name(event.data.alias.anchor) ?? ""), mark: mark)
        case YAML_STREAM_END_EVENT: return Event(kind: .streamEnd, mark: mark)
        default: return Event(kind: .other, mark: mark)
        }
    }

    private static func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? { text.map { String(cString: $0) } }

    private var failure: YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "there is no memory to read it"
        // For an invalid encoding, libyaml reports an offset, not a line.
        let isReader = parser.pointee.error == YAML_READER_ERROR
        let before = bytes.prefix(min(Int(parser.pointee.problem_offset), bytes.count))
        let line = isReader ? before.count { $0 == 0x0A } : Int(parser.pointee.problem_mark.line)
        return YAMLError(problem: .malformed(problem), line: line + 1)
    }
}
