import Foundation
import JSON
import SearchProtocol
import Testing
import UnixSockets

@Suite("Searching as you type through the socket")
struct TypingTests {
    /// Sends lines and reads the given number of answers.
    private func answers(to lines: [String], count: Int, in home: Home) throws -> [JSONValue] {
        let path = try SocketPath(home.socket)
        let descriptor = try #require(UnixSocket.open())
        defer { close(descriptor) }
        try #require(UnixSocket.connect(descriptor, to: path) == 0)
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let text = Array((lines.joined(separator: "\n") + "\n").utf8)
        #expect(text.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } == text.count)
        var decoder = FrameDecoder(sizeLimit: 1 << 24)
        var answers: [JSONValue] = []
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while answers.count < count {
            if let frame = try decoder.next() {
                answers.append(try JSONValue(parsing: frame))
                continue
            }
            let received = recv(descriptor, &bytes, bytes.count, 0)
            try #require(received > 0)
            decoder.append(bytes[..<received])
        }
        return answers
    }

    @Test("In a burst of keys each request is answered once: the last with hits, others with hits or as superseded")
    func burst() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", home.writeManyArticles(300)], in: home)
        #expect(try Programs.tracuu(["daemon", "start"], in: home).status == 0)
        let typed = "thanh uy quan huyen dang bo"
        let lines = typed.indices.enumerated().map { number, end in
            #"{"jsonrpc":"2.0","id":\#(number),"method":"search","params":{"asYouType":true,"query":"\#(typed[...end])"}}"#
        }
        let answers = try answers(to: lines, count: lines.count, in: home)
        let ids = answers.compactMap { $0["id"]?.number.flatMap { Int($0) } }
        #expect(ids.sorted() == Array(0..<lines.count))
        for answer in answers {
            guard let error = answer["error"] else { continue }
            #expect(error["code"]?.number == "\(ErrorCode.cancelled.number)")
            #expect(error["message"]?.string?.contains("superseded") ?? false)
            #expect(answer["id"]?.number != "\(lines.count - 1)")
        }
        let last = try #require(answers.first { $0["id"]?.number == "\(lines.count - 1)" })
        #expect(last["result"]?["hits"]?.elements.isEmpty == false)
    }
}
