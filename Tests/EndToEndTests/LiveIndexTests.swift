import Foundation
import JSON
import SearchClient
import SearchProtocol
import Testing

@Suite("An index that changes")
struct LiveIndexTests {
    private func article(_ id: String, _ body: String) throws -> JSONValue {
        try JSONValue(parsing: Array(#"{"id": "\#(id)", "body": "\#(body)"}"#.utf8))
    }

    @Test("A subscriber is notified of another process's changes, each revision once")
    func otherProcesses() throws {
        let home = try Home()
        let first = try home.write(#"{"id": "a", "body": "Một"}"# + "\n", as: "a.jsonl")
        let second = try home.write(#"{"id": "b", "body": "Hai"}"# + "\n", as: "b.jsonl")
        #expect(try Programs.tracuu(["index", "--no-daemon", "--quiet", first], in: home).status == 0)
        #expect(try Programs.tracuu(["daemon", "start"], in: home).status == 0)
        let listening = try home.connect().value
        _ = try listening.call(.subscribe, JSONValue?.none)
        #expect(try Programs.tracuu(["index", "--no-daemon", "--quiet", second], in: home).status == 0)
        let told = try listening.nextNotification(timeout: .seconds(600))
        #expect(told.method == Method.indexChanged.name)
        #expect(told.params?["articles"]?.number == "2")
        #expect(try Programs.tracuu(["rebuild", "--no-daemon", "--quiet"], in: home).status == 0)
        let rebuilt = try listening.nextNotification(timeout: .seconds(600))
        #expect(rebuilt.params?["articles"]?.number == "2")
        #expect(try Programs.tracuu(["remove", "--no-daemon", "a"], in: home).status == 0)
        let removed = try listening.nextNotification(timeout: .seconds(600))
        #expect(removed.params?["articles"]?.number == "1")
    }

    @Test("A paging client learns that its revision is gone, and continues where the ranking is kept")
    func paging() throws {
        let home = try Home()
        #expect(try Programs.tracuu(["daemon", "start"], in: home).status == 0)
        let connection = try home.connect().value
        let articles = try (0..<6).map { try article("\($0)", "thành ủy họp lần \($0)") }
        _ = try connection.call(.index, IndexParams(articles: articles))
        let first = try connection.call(
            .search, SearchParams(query: "thanh uy", limit: 2), returning: SearchResult.self)
        _ = try connection.call(.index, IndexParams(articles: [article("new", "thành ủy họp")]))
        let second = try connection.call(
            .search, SearchParams(query: "thanh uy", limit: 2, offset: 2, revision: first.revision),
            returning: SearchResult.self)
        #expect(second.revision == first.revision)
        #expect(second.total == first.total)
        #expect(Set(first.hits.map(\.id)).isDisjoint(with: second.hits.map(\.id)))
        // Nobody has asked for this ranking before the index changed.
        let gone = SearchParams(query: "hop", limit: 2, offset: 2, revision: first.revision)
        let refused = try refusal { () throws(ClientError) in _ = try connection.call(.search, gone) }
        #expect(refused?.known == .contentModified)
        #expect(refused?.message.contains("\(first.revision)") ?? false)
    }

    /// The error that the daemon answers, or nil where it answers something else.
    private func refusal(_ work: () throws(ClientError) -> Void) throws -> ProtocolError? {
        do throws(ClientError) {
            try work()
            return nil
        } catch {
            guard case .answered(let answer) = error else { throw error }
            return answer
        }
    }
}
