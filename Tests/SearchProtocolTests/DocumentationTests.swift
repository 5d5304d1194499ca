import Foundation
import JSON
import SearchProtocol
import Testing

@Suite("The documentation of the protocol")
struct DocumentationTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(
            "Sources/SearchProtocol/SearchProtocol.docc/SearchProtocol.md")

    private func lines() throws -> [Substring] {
        try String(contentsOf: DocumentationTests.page, encoding: .utf8).split(separator: "\n")
    }

    @Test("The table has every error with its number, name and meaning, and no other")
    func errors() throws {
        let rows = try lines().filter { $0.hasPrefix("| -32") }
        #expect(rows.map(String.init) == ErrorCode.allCases.map { "| \($0.number) | `\($0.name)` | \($0.meaning) |" })
    }

    @Test("Every method and notification is named")
    func methods() throws {
        let text = try lines().joined(separator: "\n")
        for method in Method.allCases { #expect(text.contains("`\(method.name)`"), "\(method.name)") }
    }

    @Test("Every message of the example can be parsed")
    func example() throws {
        let messages = try lines().filter { $0.hasPrefix("→ ") || $0.hasPrefix("← ") }.map { $0.dropFirst(2) }
        #expect(messages.count == 5)
        for message in messages {
            guard case .single(let incoming) = IncomingFrame(bytes: Array(message.utf8)) else {
                Issue.record("no single message: \(message)")
                continue
            }
            if case .invalid(_, let error) = incoming { Issue.record("\(error): \(message)") }
        }
    }

    @Test("Every field of parameters and results is named")
    func fields() throws {
        let text = try lines().joined(separator: "\n")
        let hit = SearchHit(
            id: "", title: "", date: "", source: "", author: "", path: "", url: "", line: 0, column: 0,
            layout: .text, score: 0, missing: [], titleHighlights: [], snippet: SearchSnippet(text: ""))
        let params = SearchParams(
            query: "", limit: 0, offset: 0, sort: .newest, since: "", until: "", match: .all, facets: [],
            snippets: true, explain: true, asYouType: true, deadlineMs: 1, revision: 1, countTo: 1)
        let timeline = TimelineResult(
            by: .year, buckets: [], undated: 0, total: SearchTotal(value: 0, relation: .exact), revision: 1,
            tookMicroseconds: 1)
        var status = StatusResult(
            articles: 1, revision: 1, generation: 1, schemaVersion: 1, indexPath: "", bytes: 1, uptimeSeconds: 1,
            limits: Limits(), latency: JSONEntries())
        (status.process, status.version, status.idleExitSeconds) = (1, "", 1)
        (status.liveArticles, status.removedArticles) = (1, 1)
        (status.errors, status.errorCounts, status.recentLatency) = ([], JSONEntries(), JSONEntries())
        let (memory, connections) = (
            MemoryStatus(residentBytes: 1, peakBytes: 1),
            ConnectionFigures(open: 1, subscribed: 1, accepted: 1, refused: 1)
        )
        (status.memory, status.connections) = (memory, connections)
        let latency = LatencySummary(
            count: 1, p50Microseconds: 1, p95Microseconds: 1, p99Microseconds: 1, maxMicroseconds: 1,
            totalMicroseconds: 1)
        let error = ErrorEvent(time: "", code: 1, name: "", method: "", message: "", count: 1)
        let values = [
            JSONValue(of: status), JSONValue(of: memory), JSONValue(of: connections), JSONValue(of: latency),
            JSONValue(of: error), JSONValue(of: Limits()),
            JSONValue(of: InitializeParams(clientName: "", positionEncoding: .utf8, keepRunning: true)),
            JSONValue(of: IndexParams(articles: [], progressToken: .null, more: true, keepMissing: true)),
            JSONValue(
                of: IndexResult(
                    added: 0, updated: 0, unchanged: 0, removed: 0, unreadDates: UnreadDates(), seconds: 0)),
            JSONValue(of: UnreadDates()), JSONValue(of: UnreadDate(path: "", line: 0, value: "")),
            JSONValue(of: hit), JSONValue(of: params), JSONValue(of: timeline),
            JSONValue(of: TimelineParams(query: "", since: "", until: "", match: .all, by: .day, deadlineMs: 1)),
            JSONValue(of: SimilarParams(id: "", limit: 0, offset: 0, snippets: true, deadlineMs: 1)),
            JSONValue(of: ArticleParams(id: "", query: "")),
            JSONValue(
                of: ArticleResult(id: "", title: "", body: "", layout: .text, titleHighlights: [], bodyHighlights: [])),
            JSONValue(of: NarrowParams(query: "", field: "", value: "")),
            JSONValue(of: CiteParams(id: "", format: .org)),
            JSONValue(of: IndexUnusableData(reason: "", recovery: "")),
            JSONValue(of: FacetRest(values: 0, articles: 0, without: 0, relation: .exact)),
        ]
        for value in values {
            for (key, _) in try #require(value).members {
                let name = try #require(key.string)
                #expect(text.contains(name), "\(name)")
            }
        }
    }
}
