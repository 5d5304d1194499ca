import Foundation
import JSON
import SearchProtocol
import Testing

@Suite("The table of parameters")
struct ParameterTableTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(
            "Sources/SearchProtocol/SearchProtocol.docc/SearchProtocol.md")

    /// Methods that take no parameters.
    private static let bare: Set<Method> = [.status, .failed, .fields, .subscribe]

    @Test("Every parameter is read, and is written again unchanged", arguments: Method.sent)
    func everyParameterIsRead(method: Method) throws {
        for parameters in method.readings {
            let object = JSONEntries(parameters.map { ($0.name, $0.sample) })
            #expect(try method.readAndWrite(object) == JSONValue(of: object), "\(method.name)")
        }
    }

    @Test("Any other parameter is refused", arguments: Method.sent)
    func othersAreRefused(method: Method) throws {
        for parameters in method.readings {
            let entries = parameters.map { ($0.name, $0.sample) } + [("other", JSONValue.emptyObject)]
            #expect(throws: JSONMismatch.self) { try method.readAndWrite(JSONEntries(entries)) }
        }
    }

    @Test("Required parameters cannot be omitted, and optional ones can", arguments: Method.sent)
    func presence(method: Method) throws {
        for parameters in method.readings {
            for left in parameters {
                let rest = JSONEntries(parameters.filter { $0 != left }.map { ($0.name, $0.sample) })
                let isRead = (try? method.readAndWrite(rest)) != nil
                #expect(isRead == (left.presence == .optional), "\(method.name) without \(left.name)")
            }
        }
    }

    @Test("A value of another type is refused", arguments: Method.sent)
    func otherTypesAreRefused(method: Method) throws {
        for parameters in method.readings {
            for wrong in parameters {
                let entries = parameters.map { ($0.name, $0 == wrong ? $0.wrong : $0.sample) }
                #expect(throws: JSONMismatch.self, "\(method.name): \(wrong.name)") {
                    try method.readAndWrite(JSONEntries(entries))
                }
            }
        }
    }

    @Test("The table of methods in the documentation names the same parameters")
    func documentation() throws {
        let lines = try String(contentsOf: ParameterTableTests.page, encoding: .utf8).split(separator: "\n")
        var described: Set<Method> = []
        for line in lines where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let methods = ParameterTableTests.code(in: cells[0]).compactMap { Method(rawValue: $0) }
                .filter { $0.direction == .request }
            guard cells.count == 3, !methods.isEmpty else { continue }
            let named = cells[1] == "none" ? [] : ParameterTableTests.code(in: cells[1])
            for method in methods {
                let expected = method.parameters.map { $0.name + ($0.presence == .optional ? "?" : "") }
                #expect(Set(named) == Set(expected), "\(method.name)")
                described.insert(method)
            }
        }
        #expect(described == Set(Method.allCases.filter { $0.direction == .request }))
        #expect(ParameterTableTests.bare == described.filter { $0.parameters.isEmpty })
    }

    /// The words in back quotes.
    private static func code(in cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .flatMap { $0.element.split(separator: " ").map(String.init) }
    }
}

extension Method {
    /// The methods that a client sends with parameters.
    fileprivate static let sent = allCases.filter { !$0.parameters.isEmpty }

    /// The sets of parameters that can be combined.
    fileprivate var readings: [[Parameter]] {
        let alternatives = parameters.filter { $0.presence == .oneOf }
        guard !alternatives.isEmpty else { return [parameters] }
        return alternatives.map { chosen in parameters.filter { $0.presence != .oneOf || $0 == chosen } }
    }

    /// Reads parameters as the daemon does, and returns what was read.
    fileprivate func readAndWrite(_ object: JSONEntries<JSONValue>) throws -> JSONValue? {
        let json = try #require(JSONValue(of: object))
        return switch self {
        case .initialize: JSONValue(of: try InitializeParams(json: json))
        case .search: JSONValue(of: try SearchParams(json: json))
        case .similar: JSONValue(of: try SimilarParams(json: json))
        case .timeline: JSONValue(of: try TimelineParams(json: json))
        case .suggest: JSONValue(of: try SuggestParams(json: json))
        case .explain: JSONValue(of: try ExplainParams(json: json))
        case .article: JSONValue(of: try ArticleParams(json: json))
        case .narrow: JSONValue(of: try NarrowParams(json: json))
        case .cite: JSONValue(of: try CiteParams(json: json))
        case .index: JSONValue(of: try IndexParams(json: json))
        case .input: JSONValue(of: try InputParams(json: json))
        case .remove: JSONValue(of: try RemoveParams(json: json))
        case .backup, .restore: JSONValue(of: try BackupParams(json: json))
        case .check: JSONValue(of: try CheckParams(json: json))
        case .compact, .rebuild, .suspend, .resume: JSONValue(of: try ProgressTokenParams(json: json))
        case .cancelRequest: JSONValue(of: try CancelParams(json: json))
        case .status, .failed, .fields, .subscribe, .progress, .indexChanged: nil
        }
    }
}

extension Parameter {
    /// A value that the parameter can have.
    fileprivate var sample: JSONValue {
        switch kind {
        // Base64, too.
        case .string, .token: JSONValue(of: "abcd") ?? .emptyObject
        case .integer: JSONValue(of: 7) ?? .emptyObject
        case .boolean: JSONValue(of: true) ?? .emptyObject
        case .choice(let words): JSONValue(of: words.last ?? "") ?? .emptyObject
        case .choices(let words): JSONValue(of: words) ?? .emptyObject
        case .strings: JSONValue(of: ["a", "b"]) ?? .emptyObject
        case .objects: JSONValue(of: [JSONValue.emptyObject]) ?? .emptyObject
        }
    }

    /// A value that the parameter cannot have.
    fileprivate var wrong: JSONValue {
        switch kind {
        case .choice: JSONValue(of: "none of them") ?? .emptyObject
        case .choices: JSONValue(of: ["none of them"]) ?? .emptyObject
        case .objects, .strings: JSONValue(of: [7]) ?? .emptyObject
        case .string, .integer, .boolean, .token: .emptyObject
        }
    }
}
