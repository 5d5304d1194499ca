import Foundation
import JSON
import SearchClient
import SearchProtocol
import TemporaryFolders
import Testing
import UnixSockets

@Suite("Connections to the daemon")
struct ConnectionTests {
    private func call(_ replies: [String], framing: Framing = .contentLength) throws -> (
        result: String, notes: [String]
    ) {
        let peer = try ScriptedPeer(replies: replies, framing: framing)
        let connection = try Connection.open(peer.path)
        var notes: [String] = []
        let result = try connection.call(.search, SearchParams(query: "a"), timeout: .seconds(600)) { name, _ in
            notes.append(name)
        }
        return (String(decoding: result.bytes, as: UTF8.self), notes)
    }

    @Test(
        "The result arrives as it was sent, after the notifications before it",
        arguments: [Framing.contentLength, .lines])
    func result(framing: Framing) throws {
        let (result, notes) = try call(
            [
                #"{"jsonrpc":"2.0","method":"$/progress","params":{}}"#, #"{"jsonrpc":"2.0","id":99,"result":0}"#,
                #"{"jsonrpc":"2.0","id":1,"result":{"b":1.0,"a":"hà nội"}}"#,
            ], framing: framing)
        #expect(result == #"{"b":1.0,"a":"hà nội"}"#)
        #expect(notes == ["$/progress"])
    }

    @Test("An error from the daemon keeps its number and its data")
    func answeredError() throws {
        let error = ProtocolError.badQuery("bad", at: BadQueryData(column: 1, length: 2, expected: "x"))
        let reply = String(decoding: OutgoingMessage.response(id: RequestID(1), error: error), as: UTF8.self)
        #expect(throws: ClientError.answered(error)) { try call([reply]) }
        let unmatched = OutgoingMessage.response(id: .null, error: error)
        #expect(throws: ClientError.answered(error)) { try call([String(decoding: unmatched, as: UTF8.self)]) }
    }

    @Test("A closed connection, an invalid message and silence are distinct errors")
    func failures() throws {
        let lost = #expect(throws: ClientError.self) { try call([]) }
        guard case .connectionLost? = lost else {
            Issue.record("\(String(describing: lost))")
            return
        }
        let nonsense = #expect(throws: ClientError.self) { try call(["HTTP/1.1 400"], framing: .lines) }
        guard case .malformed? = nonsense else {
            Issue.record("\(String(describing: nonsense))")
            return
        }
        let silent = try ScriptedPeer(replies: nil, framing: .lines)
        let connection = try Connection.open(silent.path)
        #expect(throws: ClientError.timedOut(path: silent.path.path, action: "answer")) {
            try connection.call(.status, JSONValue.emptyObject, timeout: .milliseconds(30))
        }
    }

    @Test("A result of another shape is an error that names the field")
    func wrongShape() throws {
        let peer = try ScriptedPeer(replies: [#"{"jsonrpc":"2.0","id":1,"result":{"removed":"x"}}"#], framing: .lines)
        let connection = try Connection.open(peer.path)
        let error = #expect(throws: ClientError.self) {
            try connection.call(.remove, RemoveParams(ids: ["a"]), returning: RemoveResult.self)
        }
        #expect(error?.description.contains("removed: expected an integer, found a string") == true)
    }

    @Test("A socket without a listener and a path without a socket are errors")
    func unreachable() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/s")
        #expect(throws: ClientError.daemonNotRunning(path: path.path)) { try Connection.open(path) }
        let stale = try #require(UnixSocket.open())
        #expect(UnixSocket.bind(stale, to: path) == 0)
        close(stale)
        #expect(throws: ClientError.daemonNotRunning(path: path.path)) { try Connection.open(path) }
    }

    private static let greeting =
        #"{"jsonrpc":"2.0","id":1,"result":{"name":"t","version":"1","protocolVersion":1,"#
        + #""positionEncoding":"utf-8","methods":[],"indexPath":"/i"}}"#

    @Test(
        "A request sent with the greeting is answered without being resent, whichever answer comes first",
        arguments: [[0, 1], [1, 0]])
    func pipelined(order: [Int]) throws {
        let replies = [Self.greeting, #"{"jsonrpc":"2.0","id":2,"result":7}"#]
        // The peer reads once and closes: a second request would never be answered.
        let peer = try ScriptedPeer(replies: order.map { replies[$0] }, framing: .contentLength)
        let params = SearchParams(query: "a")
        let connection = try #require(
            try Connection.ifServed(
                at: peer.path, asking: FirstRequest(.search, params), timeout: .seconds(600)))
        #expect(connection.greeting?.indexPath == "/i")
        #expect(String(decoding: try connection.call(.search, params).bytes, as: UTF8.self) == "7")
    }

    @Test("A request other than the one sent with the greeting gets its own answer", arguments: [[1, 2], [2, 1]])
    func anotherThanAhead(order: [Int]) throws {
        let replies = [Self.greeting, #"{"jsonrpc":"2.0","id":2,"result":7}"#, #"{"jsonrpc":"2.0","id":3,"result":8}"#]
        let peer = try ScriptedPeer(replies: [replies[0]] + order.map { replies[$0] }, framing: .contentLength)
        let connection = try #require(
            try Connection.ifServed(
                at: peer.path, asking: FirstRequest(.search, SearchParams(query: "a")), timeout: .seconds(600)))
        let result = try connection.call(.search, SearchParams(query: "b"))
        #expect(String(decoding: result.bytes, as: UTF8.self) == "8")
    }
}
