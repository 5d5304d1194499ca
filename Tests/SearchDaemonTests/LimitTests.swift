import Foundation
import JSON
import SearchDaemon
import SearchProtocol
import Testing

@Suite("Limits of a session")
struct LimitTests {
    @Test(
        "An unfinished message gets an error after its time limit, and is closed",
        arguments: ["{\"jsonrpc\":", "Content-Length: 20\r\n", "Content-Length: 20\r\n\r\n{\"jsonrpc\""])
    func slowFrame(start: String) async throws {
        try await withServer(limits: Limits(frameTimeMs: 50)) { _, _, path in
            let client = try RawClient(path)
            try await client.send(start)
            let answer = try #require(try await client.receive())
            #expect(answer.contains("-32700") && answer.contains("limits.frameTime"))
            #expect(try await client.receive() == nil)
        }
    }

    @Test("A client that is silent between whole messages stays connected")
    func silence() async throws {
        try await withServer(limits: Limits(frameTimeMs: 20)) { _, _, path in
            let client = try RawClient(path)
            for id in 1...3 {
                try await client.search("a", id: id)
                #expect(try await client.receiveCode() == 0)
                try await Task.sleep(for: .milliseconds(60))
            }
        }
    }

    @Test("A client that never reads is disconnected in the end, and others are served")
    func noReader() async throws {
        let idleTracker = IdleTracker()
        try await withServer(limits: Limits(readTimeMs: 50), idleTracker: idleTracker) { _, _, path in
            let idle = try RawClient(path)
            try await idle.search("large", id: 1, limit: 8 << 20)
            #expect(await eventually { idle.hasInput })
            let other = try RawClient(path)
            try await other.search("a", id: 1)
            #expect(try await other.receiveCode() == 0)
            #expect(await eventually { idle.isHungUp })
            withExtendedLifetime(idle) {}
        }
    }

    @Test("An answer over the limit is refused as too large, and the next one arrives")
    func result() async throws {
        try await withServer(limits: Limits(resultBytes: 1_000)) { _, _, path in
            let client = try RawClient(path)
            try await client.search("large", id: 1, limit: 1_001)
            let answer = try #require(try await client.receive())
            #expect(answer.contains("-32005") && answer.contains("limits.result"))
            try await client.search("large", id: 2, limit: 900)
            #expect(try await client.receiveCode() == 0)
        }
    }

    @Test(
        "Answers beyond the unread limit are refused as busy, with one answer per request", arguments: [true, false])
    func output(isBatch: Bool) async throws {
        try await withServer(limits: Limits(outputBytes: 3 << 20)) { _, handler, path in
            let client = try RawClient(path)
            let requests = (1...20).map { RawClient.search("large", id: $0, limit: 1 << 20) }
            let batch = "[" + requests.map { $0.dropLast() }.joined(separator: ",") + "]\n"
            try await client.send(isBatch ? batch : requests.joined())
            #expect(await eventually { handler.started == 20 })
            var (answers, codes): ([JSONValue], [Int: Int]) = ([], [:])
            while answers.count < 20 {
                let text = try #require(try await client.receive())
                let json = try JSONValue(parsing: Array(text.utf8))
                answers += isBatch ? try [JSONValue](json: json) : [json]
            }
            for answer in answers {
                codes[try answer["error"].map { try ProtocolError(json: $0).code } ?? 0, default: 0] += 1
            }
            #expect(codes.keys.allSatisfy { [0, -32004].contains($0) })
            #expect(codes[0, default: 0] >= 2)
            if isBatch { #expect(codes[-32004, default: 0] >= 17) }
        }
    }

    @Test("Above the memory limit, requests that need memory are refused, and status is answered")
    func memory() async throws {
        try await withServer(limits: Limits(memoryBytes: 1)) { _, _, path in
            let client = try RawClient(path)
            try await client.search("a", id: 1)
            let answer = try #require(try await client.receive())
            #expect(answer.contains("-32004") && answer.contains("limits.memory"))
            try await client.send(#"{"jsonrpc":"2.0","id":2,"method":"status"}"# + "\n")
            #expect(try await client.receiveCode() == 0)
        }
    }

    @Test("A frame of a gigabyte is refused when it is announced, and too deeply nested JSON when it is read")
    func announced() async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            try await client.send("Content-Length: 1073741824\r\n\r\n")
            #expect(try await client.receiveCode() == -32005)
            let nested = try RawClient(path)
            try await nested.send(String(repeating: "[", count: 100_000) + "\n")
            #expect(try await nested.receiveCode() == -32700)
            try await nested.search("a", id: 1)
            #expect(try await nested.receiveCode() == 0)
        }
    }
}

extension RawClient {
    /// Whether the other end has closed the connection.
    var isHungUp: Bool {
        var request = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&request, 1, 0) == 1 && request.revents & Int16(POLLHUP) != 0
    }
}
