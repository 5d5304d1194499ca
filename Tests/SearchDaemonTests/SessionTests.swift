import Foundation
import JSON
import SearchDaemon
import SearchProtocol
import Testing

@Suite("Sessions")
struct SessionTests {
    @Test("Each framing is answered in the same framing", arguments: [Framing.contentLength, .lines])
    func framings(framing: Framing) async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            let request = Array(#"{"jsonrpc":"2.0","id":"đ","method":"search","params":{"query":"hà nội"}}"#.utf8)
            try await client.send(framing.frame(request))
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":"đ","result":"hà nội"}"#)
        }
    }

    @Test("A request that arrives byte by byte is answered", arguments: [Framing.contentLength, .lines])
    func byteByByte(framing: Framing) async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            for byte in framing.frame(Array(RawClient.search("a", id: 1).dropLast().utf8)) {
                try await client.send([byte])
            }
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":1,"result":"a"}"#)
        }
    }

    @Test("Sixty-four requests in flight are all answered once, and the sixty-fifth is refused as busy")
    func inFlight() async throws {
        try await withServer { _, handler, path in
            let client = try RawClient(path)
            try await client.send((1...64).map { RawClient.search("wait", id: $0) }.joined())
            #expect(await eventually { handler.started == 64 })
            try await client.search("a", id: 65)
            let refused = try #require(try await client.receive())
            #expect(refused.hasPrefix(#"{"jsonrpc":"2.0","id":65,"error":{"code":-32004"#))
            handler.open()
            var ids: Set<String> = []
            for _ in 1...64 {
                let answer = try JSONValue(parsing: Array(try #require(try await client.receive()).utf8))
                #expect(answer["result"]?.string == "wait")
                ids.insert(try #require(answer["id"]?.number))
            }
            #expect(ids.count == 64)
            try await client.search("a", id: 66)
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":66,"result":"a"}"#)
        }
    }

    @Test("Answers are sent as they are ready, not in request order")
    func outOfOrder() async throws {
        try await withServer { _, handler, path in
            let client = try RawClient(path)
            try await client.send(RawClient.search("wait", id: 1) + RawClient.search("b", id: 2))
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":2,"result":"b"}"#)
            handler.open()
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":1,"result":"wait"}"#)
        }
    }

    @Test("A batch is answered in one message, without its notifications")
    func batch() async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            let messages = [
                #"{"jsonrpc":"2.0","id":1,"method":"nothing"}"#, #"{"jsonrpc":"2.0","method":"nothing"}"#, "7",
            ]
            try await client.send("[" + messages.joined(separator: ",") + "]\n")
            let answer = try JSONValue(parsing: Array(try #require(try await client.receive()).utf8))
            #expect(answer.elements.map { $0["error"]?["code"]?.number } == ["-32601", "-32600"])
            try await client.send("[" + Array(repeating: "1", count: 65).joined(separator: ",") + "]\n")
            #expect(try await client.receiveCode() == -32005)
        }
    }

    @Test("A cancelled request is answered as cancelled, once")
    func cancel() async throws {
        try await withServer { _, handler, path in
            let client = try RawClient(path)
            try await client.search("forever", id: 1)
            #expect(await eventually { handler.started == 1 })
            try await client.search("forever", id: 1)
            #expect(try await client.receiveCode() == -32600)
            let cancel = #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"# + "\n"
            try await client.send(cancel)
            #expect(try await client.receiveCode() == -32800)
            try await client.send(cancel)
            try await client.search("a", id: 1)
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":1,"result":"a"}"#)
            #expect(handler.cancelled == 1)
        }
    }

    @Test("A disconnected client has its requests cancelled")
    func goesAway() async throws {
        try await withServer { _, handler, path in
            do {
                let client = try RawClient(path)
                try await client.search("forever", id: 1)
                #expect(await eventually { handler.started == 1 })
                _ = consume client
            }
            #expect(await eventually { handler.cancelled == 1 })
        }
    }

    @Test("A client that closes its write side still gets its answers, also to a last line without line feed")
    func halfClose() async throws {
        try await withServer { _, handler, path in
            let client = try RawClient(path)
            try await client.send(String(RawClient.search("wait", id: 1).dropLast()))
            client.finishWriting()
            #expect(await eventually { handler.started == 1 })
            handler.open()
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":1,"result":"wait"}"#)
            #expect(try await client.receive() == nil)
        }
    }

    @Test(
        "Errors have the numbers of the protocol",
        arguments: [
            (#"{"jsonrpc":"2.0","id":1,"method":"search","params":{"query":"bad"}}"#, -32001),
            (#"{"jsonrpc":"2.0","id":1,"method":"search","params":{"query":"unexpected"}}"#, -32603),
            (#"{"jsonrpc":"2.0","id":1,"method":"search","params":{"query":1}}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"search","params":[]}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"search"}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"timeline"}"#, -32601),
            (#"{"jsonrpc":"2.0","id":1,"method":"$/cancelRequest","params":{"id":1}}"#, -32601),
            (#"{"jsonrpc":"2.0","id":1,"method":"subscribe","params":{"a":1}}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"positionEncoding":"utf-7"}}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"#, -32700), (#"{"id":1,"method":"search"}"#, -32600),
        ])
    func errors(request: String, code: Int) async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            try await client.send(request + "\n")
            #expect(try await client.receiveCode() == code)
            try await client.search("a", id: 2)
            #expect(try await client.receiveCode() == 0)
        }
    }

    @Test(
        "An invalid frame is answered and the connection closed, although the client sends on",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n", -32700), ("Content-Length: 5000\r\n\r\n", -32005),
            (String(repeating: "{", count: 5000), -32005), ("Content-Length: x\r\n\r\n", -32700),
        ])
    func garbage(text: String, code: Int) async throws {
        try await withServer(limits: Limits(frameBytes: 1000)) { _, _, path in
            let client = try RawClient(path)
            try await client.send(text + String(repeating: "y", count: 1 << 20))
            #expect(try await client.receiveCode() == code)
            #expect(try await client.receive() == nil)
        }
    }

    @Test("The agreed encoding reaches the handler")
    func initialize() async throws {
        try await withServer { _, _, path in
            let client = try RawClient(path)
            try await client.send(#"{"jsonrpc":"2.0","id":1,"method":"status"}"# + "\n")
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":1,"result":"utf-8"}"#)
            try await client.send(
                #"{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"positionEncoding":"utf-16"}}"# + "\n")
            let expected =
                #"{"jsonrpc":"2.0","id":2,"result":{"name":"tracuud","version":"1","protocolVersion":2,"#
                + #""positionEncoding":"utf-16","methods":["initialize","search","index","status","subscribe","input","#
                + #""$/cancelRequest"],"frameBytes":1048576}}"#
            #expect(try await client.receive() == expected)
            try await client.send(#"{"jsonrpc":"2.0","id":3,"method":"status"}"# + "\n")
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":3,"result":"utf-16"}"#)
        }
    }

    @Test("Progress comes before the answer, and changes go to subscribers only")
    func notifications() async throws {
        try await withServer { server, _, path in
            let (client, other) = (try RawClient(path), try RawClient(path))
            try await client.send(
                #"{"jsonrpc":"2.0","id":1,"method":"index","params":{"paths":[],"progressToken":"t"}}"# + "\n")
            for done in 1...3 {
                let expected =
                    #"{"jsonrpc":"2.0","method":"$/progress","params":{"token":"t","value":{"done":\#(done)}}}"#
                #expect(try await client.receive() == expected)
            }
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":1,"result":"indexed"}"#)
            try await client.send(#"{"jsonrpc":"2.0","id":2,"method":"subscribe"}"# + "\n")
            #expect(try await client.receive() == #"{"jsonrpc":"2.0","id":2,"result":{}}"#)
            try await other.search("a", id: 1)
            _ = try await other.receive()
            server.announce(IndexChangedParams(revision: 5, articles: 9))
            #expect(
                try await client.receive()
                    == #"{"jsonrpc":"2.0","method":"indexChanged","params":{"revision":5,"articles":9}}"#)
            try await other.search("b", id: 2)
            #expect(try await other.receive() == #"{"jsonrpc":"2.0","id":2,"result":"b"}"#)
        }
    }

    @Test("The daemon stops reading from a client that does not read, and delivers every answer")
    func backPressure() async throws {
        try await withServer { _, handler, path in
            let client = try RawClient(path)
            try await client.search("large", id: 0, limit: 8 << 20)
            // A part of the answer is here, and the rest exceeds the kernel's buffer.
            #expect(await eventually { client.hasInput })
            try await client.send((1...50).map { RawClient.search("a", id: $0) }.joined())
            try await Task.sleep(for: .milliseconds(100))
            #expect(handler.started == 1)
            for _ in 0...50 { #expect(try await client.receiveCode() == 0) }
            #expect(handler.started == 51)
        }
    }
}
