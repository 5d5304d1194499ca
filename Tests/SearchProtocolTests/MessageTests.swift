import SearchProtocol
import Testing
import UnixSockets

@Suite("Messages")
struct MessageTests {
    private func single(_ text: String) -> IncomingMessage? {
        guard case .single(let message) = IncomingFrame(bytes: Array(text.utf8)) else { return nil }
        return message
    }

    @Test(
        "An invalid request is answered with the error code and, if known, the id",
        arguments: [
            ("{", RequestID.null, ErrorCode.parseError), ("[]", .null, .invalidRequest), ("1", .null, .invalidRequest),
            (#"{"jsonrpc":"2.0","id":{},"method":"a"}"#, .null, .invalidRequest),
            (#"{"jsonrpc":"2.0","id":5}"#, RequestID(5), .invalidRequest),
            (#"{"id":5,"method":"a"}"#, RequestID(5), .invalidRequest),
            (#"{"jsonrpc":"2.0","id":"x","method":7}"#, .string("x"), .invalidRequest),
            (#"{"jsonrpc":"2.0","id":"x","method":"a","params":3}"#, .string("x"), .invalidRequest),
        ])
    func invalid(text: String, id: RequestID, code: ErrorCode) throws {
        guard case .invalid(let found, let error)? = single(text) else {
            Issue.record("not invalid")
            return
        }
        #expect(found == id)
        #expect(error.known == code)
    }

    @Test("Requests, notifications and answers are distinguished")
    func kinds() throws {
        guard
            case .request(.number("1.0"), "search", let params?)? =
                single(#"{"jsonrpc":"2.0","id":1.0,"method":"search","params":{"query":"a"}}"#)
        else {
            Issue.record("no request")
            return
        }
        #expect(params["query"]?.string == "a")
        guard
            case .notification("$/cancelRequest", nil)? =
                single(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":null}"#)
        else {
            Issue.record("no notification")
            return
        }
        let error = ProtocolError.badQuery("bad", at: BadQueryData(column: 1, length: 2, expected: "x"))
        let answer = String(decoding: OutgoingMessage.response(id: RequestID(3), error: error), as: UTF8.self)
        #expect(
            answer
                == #"{"jsonrpc":"2.0","id":3,"error":{"code":-32001,"message":"bad","data":{"column":1,"length":2,"expected":"x"}}}"#
        )
        guard case .response(.number("3"), .failure(let read))? = single(answer) else {
            Issue.record("no answer")
            return
        }
        #expect(read == error)
    }

    @Test("Ids are compared by their bytes, not by their appearance")
    func ids() {
        #expect(RequestID.string("\u{E0}") != .string("a\u{300}"))
        #expect(RequestID.string("1") != .number("1"))
    }

    @Test("Names and numbers in the tables are unique")
    func tables() {
        #expect(Set(ErrorCode.allCases.map(\.name)).count == ErrorCode.allCases.count)
        #expect(
            Method.allCases.filter(\.isNotification).map(\.name) == ["$/cancelRequest", "$/progress", "indexChanged"])
        #expect(Set(Method.allCases.map(\.summary)).count == Method.allCases.count)
    }
}

@Suite("PositionEncoding")
struct PositionEncodingTests {
    @Test("Byte offsets are converted to the agreed encoding, rounded down to a scalar")
    func offsets() {
        let text = "hà 😀 đ"
        let bytes = [0, 1, 2, 3, 4, 5, 8, 9, 11, 99, -1]
        #expect(PositionEncoding.utf8.offsets(ofBytes: bytes, in: text) == [0, 1, 2, 3, 4, 5, 8, 9, 11, 11, 0])
        #expect(PositionEncoding.utf16.offsets(ofBytes: bytes, in: text) == [0, 1, 1, 2, 3, 3, 5, 6, 7, 7, 0])
        #expect(PositionEncoding.utf32.offsets(ofBytes: bytes, in: text) == [0, 1, 1, 2, 3, 3, 4, 5, 6, 6, 0])
    }

    @Test("The offsets agree with the standard library's views at every scalar")
    func agreement() {
        let text = "Đại hội 😀 e\u{301} 𠮷 ngã\u{303}"
        for index in text.unicodeScalars.indices {
            let byte = text.utf8.distance(from: text.startIndex, to: index)
            #expect(
                PositionEncoding.utf16.offset(ofByte: byte, in: text)
                    == text.utf16.distance(from: text.startIndex, to: index))
            #expect(
                PositionEncoding.utf32.offset(ofByte: byte, in: text)
                    == text.unicodeScalars.distance(from: text.startIndex, to: index))
        }
    }

    @Test("Ranges become spans, in any order")
    func spans() {
        #expect(
            PositionEncoding.utf16.spans(ofBytes: [4..<8, 1..<3], in: "hà 😀")
                == [Span(start: 3, end: 5), Span(start: 1, end: 2)])
    }
}

@Suite("SocketPath")
struct SocketPathTests {
    @Test("A path of 107 bytes is accepted, and one of 108 bytes is refused")
    func length() throws {
        _ = try SocketPath("/" + String(repeating: "a", count: 106))
        let long = "/" + String(repeating: "đ", count: 53) + "a"
        #expect(throws: SocketPathError.tooLong(path: long)) { try SocketPath(long) }
        #expect(throws: SocketPathError.unusable) { try SocketPath("") }
    }

    @Test("The folder of a path", arguments: [("/a/b.sock", "/a"), ("/b", "/"), ("b", ".")])
    func folder(path: String, folder: String) throws {
        #expect(try SocketPath(path).folder == folder)
    }
}
