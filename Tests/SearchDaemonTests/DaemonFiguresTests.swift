import Foundation
import JSON
import SearchProtocol
import Testing

@testable import SearchDaemon

@Suite("Figures that the daemon keeps for its status")
struct DaemonFiguresTests {
    private func status(_ figures: DaemonFigures) -> StatusResult {
        var status = StatusResult(
            articles: 1, revision: 2, generation: 3, schemaVersion: 4, indexPath: "/i", bytes: 5)
        figures.fill(&status)
        return status
    }

    @Test("Errors are counted by name; the list has the last ones, repeats as one, without text from a client")
    func errors() {
        let figures = DaemonFigures()
        for _ in 0..<3 { figures.note(ProtocolError(.busy, "64 requests are in flight already"), of: .search) }
        figures.note(ProtocolError(.invalidParams, "sort: a secret"), of: .search)
        figures.note(ProtocolError(.internalError, "internal error: a secret"), of: .index)
        figures.note(ProtocolError(.badQuery, "a secret"), of: .search)
        figures.note(ProtocolError(.cancelled, "cancelled"), of: .search)
        let listed = status(figures).errors ?? []
        #expect(listed.map(\.code) == [-32004, -32602, -32603])
        #expect(listed.map(\.count) == [3, 1, 1])
        #expect(listed.map(\.method) == ["search", "search", "index"])
        #expect(listed.first?.message == "64 requests are in flight already")
        #expect(!String(decoding: status(figures).json, as: UTF8.self).contains("secret"))
        let counts = status(figures).errorCounts?.entries.map { "\($0.key) \($0.value)" }
        #expect(counts == ["invalid-params 1", "internal-error 1", "cancelled 1", "bad-query 1", "busy 3"])
        for number in 0..<50 { figures.note(ProtocolError(.tooLarge, "\(number)"), of: nil) }
        #expect(status(figures).errors?.count == 16)
        #expect(status(figures).errors?.last?.message == "49")
    }

    @Test("The time of an error is a moment in UTC")
    func time() throws {
        let figures = DaemonFigures()
        figures.note(ProtocolError(.busy, "x"), of: nil, at: Date(timeIntervalSince1970: 1_700_000_000))
        #expect(status(figures).errors?.first?.time == "2023-11-14T22:13:20Z")
    }

    @Test("The kernel's memory figures are read in bytes")
    func memory() throws {
        let text = "Name:\ttracuud\nVmHWM:\t  2048 kB\nVmRSS:\t     17 kB\n"
        #expect(ProcessMemory.read(text) == MemoryStatus(residentBytes: 17 << 10, peakBytes: 2 << 20))
        #expect(ProcessMemory.read("Name: x\n") == nil)
        let own = try #require(ProcessMemory.current())
        #expect(own.residentBytes > 1 << 20 && own.peakBytes >= own.residentBytes)
    }

    @Test("The status survives being written and read")
    func written() throws {
        let figures = DaemonFigures()
        figures.note(.search, took: .milliseconds(3))
        figures.note(ProtocolError(.busy, "x"), of: .search)
        var status = status(figures)
        (status.version, status.idleExitSeconds) = ("1", 600)
        let json = try JSONValue(parsing: status.json)
        #expect(try StatusResult(json: json).json == status.json)
        #expect(json["latency"]?["search"]?["p50Microseconds"]?.number == "3000")
    }

    @Test("Sessions are counted as open, subscribed, accepted and refused")
    func connections() async throws {
        let figures = DaemonFigures()
        try await withServer(limits: Limits(connections: 1), figures: figures) { _, _, path in
            let client = try RawClient(path)
            try await client.send(#"{"jsonrpc":"2.0","id":1,"method":"subscribe"}"# + "\n")
            _ = try await client.receive()
            let second = try RawClient(path)
            try await second.send(#"{"jsonrpc":"2.0","id":1,"method":"status"}"# + "\n")
            #expect(try await second.receiveCode() == -32004)
            #expect(
                status(figures).connections == ConnectionFigures(open: 1, subscribed: 1, accepted: 1, refused: 1))
        }
        #expect(status(figures).connections == ConnectionFigures(open: 0, subscribed: 0, accepted: 1, refused: 1))
        #expect(status(figures).errorCounts?["busy"] == 1)
    }
}
