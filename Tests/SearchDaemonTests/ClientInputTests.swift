import Foundation
import JSON
import SearchProtocol
import Synchronization
import Testing

@testable import SearchDaemon

@Suite("The input of a connection")
struct ClientInputTests {
    /// Counts the parts that are answered.
    private final class Counter: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func add() { count.withLock { $0 += 1 } }
    }

    /// Everything that a request reads, and whether it ended with the last part.
    private func readAll(_ input: ClientInput, for request: Int) async -> (text: String, isWhole: Bool) {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var text: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 3)
                while true {
                    let count = buffer.withUnsafeMutableBytes { input.read(into: $0, for: request) }
                    guard let count, count > 0 else {
                        return continuation.resume(returning: (String(decoding: text, as: UTF8.self), count != nil))
                    }
                    text += buffer[..<count]
                }
            }
        }
    }

    private func put(_ text: String, more: Bool = true, in input: ClientInput, _ done: Counter) throws {
        try input.put(InputParams(bytes: Array(text.utf8), more: more)) { done.add() }
    }

    @Test("A request reads the parts up to the last, and the next one those behind it")
    func twoInputs() async throws {
        let (input, done) = (ClientInput(), Counter())
        try put("một ", in: input, done)
        try put("", in: input, done)
        try put("hai", more: false, in: input, done)
        try put("ba", more: false, in: input, done)
        #expect(done.value == 0)
        try input.begin(for: 1)
        let first = await readAll(input, for: 1)
        #expect(first == ("một hai", true))
        input.end(for: 1)
        #expect(done.value == 3)
        try input.begin(for: 2)
        let second = await readAll(input, for: 2)
        #expect(second == ("ba", true))
        #expect(done.value == 4)
    }

    @Test("A fifth part that waits is refused, and so is a second request that reads")
    func limits() throws {
        let (input, done) = (ClientInput(), Counter())
        for _ in 0..<4 { try put("a", in: input, done) }
        #expect(throws: ProtocolError.self) { try put("a", in: input, done) }
        try input.begin(for: 1)
        #expect(throws: ProtocolError.self) { try input.begin(for: 2) }
        #expect(input.readingRequest == 1)
    }

    @Test("When a request ends early the rest of its input is dropped, and every part is answered")
    func endedEarly() async throws {
        let (input, done) = (ClientInput(), Counter())
        try input.begin(for: 1)
        async let reading = readAll(input, for: 1)
        try put("a", in: input, done)
        while done.value == 0 { await Task.yield() }
        input.end(for: 1)
        #expect(await reading == ("a", false))
        try put("b", in: input, done)
        try put("c", more: false, in: input, done)
        #expect(done.value == 3)
        try put("d", more: false, in: input, done)
        try input.begin(for: 2)
        let next = await readAll(input, for: 2)
        #expect(next == ("d", true))
    }

    @Test("When the connection ends, nobody waits: what came is read, and its end is told from a whole one")
    func closed() async throws {
        let (input, done) = (ClientInput(), Counter())
        try put("a", in: input, done)
        input.close()
        #expect(done.value == 1)
        try input.begin(for: 1)
        let read = await readAll(input, for: 1)
        #expect(read == ("a", false))
        #expect(done.value == 1)
    }

    @Test("Over a connection, parts are answered as they are read, and a bad or excessive one is refused")
    func session() async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            let input = { (id: Int, bytes: String) in
                #"{"jsonrpc":"2.0","id":\#(id),"method":"input","params":{"bytes":"\#(bytes)","more":true}}"# + "\n"
            }
            try await client.send(input(1, "?"))
            #expect(try await client.receiveCode() == ErrorCode.invalidParams.number)
            try await client.send((2...6).map { input($0, "YWJj") }.joined())
            #expect(try await client.receiveCode() == ErrorCode.busy.number)
            try await client.send(#"{"jsonrpc":"2.0","id":7,"method":"index","params":{"paths":["-"]}}"# + "\n")
            var answers: [String] = []
            for _ in 1...4 { answers.append(try #require(try await client.receive())) }
            try await client.send(#"{"jsonrpc":"2.0","id":8,"method":"input","params":{"bytes":"ZA=="}}"# + "\n")
            for _ in 1...2 { answers.append(try #require(try await client.receive())) }
            #expect(answers.contains(#"{"jsonrpc":"2.0","id":7,"result":"abcabcabcabcd"}"#))
            for id in [2, 3, 4, 5, 8] { #expect(answers.contains(#"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#)) }
        }
    }

    @Test("A connection that ends in the middle of its input is closed, and its request is answered")
    func cutOff() async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            try await client.send(
                #"{"jsonrpc":"2.0","id":1,"method":"index","params":{"paths":["-"]}}"# + "\n"
                    + #"{"jsonrpc":"2.0","id":2,"method":"input","params":{"bytes":"YWJj","more":true}}"# + "\n")
            client.finishWriting()
            var answers: [String] = []
            while let answer = try await client.receive() { answers.append(answer) }
            #expect(answers.count == 2)
            #expect(answers.contains(#"{"jsonrpc":"2.0","id":1,"result":"abc, cut off"}"#))
        }
    }
}
