import SearchProtocol
import Seeding
import Testing

@Suite("Decoding frames")
struct FrameDecoderTests {
    private static let messages = [
        #"{"jsonrpc":"2.0","id":1,"method":"status"}"#, #"[{"a":"hà nội"},{}]"#,
        #"{"body":"\r\n\r\n Content-Length: 3"}"#, "{}",
    ].map { Array($0.utf8) }

    private func stream(_ framing: Framing) -> [UInt8] {
        Self.messages.flatMap { framing.frame($0) }
    }

    @Test("The frames do not depend on how the stream is cut", arguments: [Framing.contentLength, .lines])
    func anyCut(framing: Framing) throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var decoder = FrameDecoder(sizeLimit: 1000)
            var (rest, frames) = (stream(framing)[...], [[UInt8]]())
            while !rest.isEmpty {
                let count = Int.random(in: 1...40, using: &generator)
                decoder.append(rest.prefix(count))
                rest = rest.dropFirst(count)
                if Bool.random(using: &generator) || rest.isEmpty {
                    while let frame = try decoder.next() { frames.append(frame) }
                }
            }
            #expect(frames == Self.messages)
            #expect(decoder.framing == framing)
            #expect(!decoder.holdsBytes)
        }
    }

    @Test("A stream fed byte by byte gives the same frames", arguments: [Framing.contentLength, .lines])
    func singleBytes(framing: Framing) throws {
        var decoder = FrameDecoder(sizeLimit: 1000)
        var frames: [[UInt8]] = []
        for byte in stream(framing) {
            decoder.append([byte])
            while let frame = try decoder.next() { frames.append(frame) }
        }
        #expect(frames == Self.messages)
    }

    @Test("Other headers are skipped, and header names are case-insensitive")
    func headers() throws {
        var decoder = FrameDecoder(sizeLimit: 100)
        decoder.append(
            Array("Content-Type: application/vim-jsonrpc; charset=utf-8\r\ncontent-LENGTH:  2 \r\n\r\n{}".utf8))
        #expect(try decoder.next() == Array("{}".utf8))
    }

    @Test(
        "The framing is told from what follows a byte order mark, blanks and empty lines, however the stream is cut",
        arguments: [
            ("\u{FEFF}{}\n", Framing.lines), (" \t\r\n\n[]\n", .lines), ("\u{FEFF}\r\n {}\n", .lines),
            ("content-length: 2\r\n\r\n{}", .contentLength), ("\u{FEFF}CONTENT-LENGTH:2\r\n\r\n{}", .contentLength),
            ("\n\nContent-Type: x\r\nContent-Length: 2\r\n\r\n{}", .contentLength),
            ("X-Trace: 7\r\ncontent-type: x\r\ncontent-Length:\t2\r\n\r\n{}", .contentLength),
            ("Content-Length: 2\n\n{}", .contentLength), ("Content-Length: 2\n\r\n{}", .contentLength),
        ])
    func beginnings(text: String, framing: Framing) throws {
        for length in [1, 2, 3, text.utf8.count] {
            var decoder = FrameDecoder(sizeLimit: 10)
            var (rest, frames) = (Array(text.utf8)[...], [[UInt8]]())
            while !rest.isEmpty {
                decoder.append(rest.prefix(length))
                rest = rest.dropFirst(length)
                while let frame = try decoder.next() { frames.append(frame) }
            }
            #expect(frames.map { String(decoding: $0, as: UTF8.self) } == [text.contains("[]") ? "[]" : "{}"])
            #expect(decoder.framing == framing)
            #expect(!decoder.holdsBytes)
        }
    }

    @Test("Blanks before the first message are not kept, however many there are")
    func manyBlanks() throws {
        var decoder = FrameDecoder(sizeLimit: 10)
        for _ in 0..<10_000 {
            decoder.append(Array(" \r\n".utf8))
            #expect(try decoder.next() == nil)
            #expect(!decoder.holdsBytes)
        }
        decoder.append(Array("{}\n".utf8))
        #expect(try decoder.next() == Array("{}".utf8))
    }

    @Test("Line breaks between a message and the headers of the next are skipped")
    func breaksBeforeHeaders() throws {
        var decoder = FrameDecoder(sizeLimit: 100)
        decoder.append(Array("Content-Length: 2\r\n\r\n{}\r\n\ncontent-length: 2\r\n\r\n[]\n".utf8))
        #expect(try decoder.next() == Array("{}".utf8))
        #expect(try decoder.next() == Array("[]".utf8))
        #expect(try decoder.next() == nil)
    }

    @Test("Empty lines between messages are skipped")
    func emptyLines() throws {
        var decoder = FrameDecoder(sizeLimit: 100)
        decoder.append(Array("{}\r\n\n  \n[]\n".utf8))
        #expect(try decoder.next() == Array("{}\r".utf8))
        #expect(try decoder.next() == Array("[]".utf8))
        #expect(try decoder.next() == nil)
    }

    @Test(
        "Input that cannot be a frame is an error, and remains one",
        arguments: [
            ("GET / HTTP/1.1\r\n", FrameError.unknownFraming(firstByte: 0x47)),
            (" GET / HTTP/1.1\r\n", .unknownFraming(firstByte: 0x47)),
            ("\"a\"", .unknownFraming(firstByte: 0x22)),
            ("\u{FEFF}\u{FEFF}{}", .unknownFraming(firstByte: 0xEF)),
            ("Content-Length: 11\r\n\r\n", .tooLarge(limit: 10)),
            (
                "Content-Length: 99999999999999999999\r\n\r\n",
                .badHeader("Content-Length is no number that a machine can hold")
            ),
            ("Content-Length: -1\r\n\r\n", .badHeader("Content-Length is no number that a machine can hold")),
            ("Content-Length: 1\r\nContent-Length: 2\r\n\r\n", .badHeader("Content-Length is given twice")),
            ("Content-Type: x\r\n\r\n", .badHeader("Content-Length is missing")),
            ("C\r\n\r\n", .unknownFraming(firstByte: 0x43)),
            ("C: 1\r\nC\r\n\r\n", .badHeader("a line without a colon")),
            ("C" + String(repeating: "x", count: 64), .unknownFraming(firstByte: 0x43)),
            ("C:" + String(repeating: "x", count: 5000), .badHeader("longer than 4096 bytes")),
            ("{\"a\":12345", .tooLarge(limit: 10)),
            ("{\"a\":1234}\n", .tooLarge(limit: 10)),
        ])
    func errors(text: String, error: FrameError) {
        var decoder = FrameDecoder(sizeLimit: text.hasPrefix("{") ? 9 : 10)
        decoder.append(Array(text.utf8))
        let expected = text.hasPrefix("{") ? FrameError.tooLarge(limit: 9) : error
        #expect(throws: expected) { try decoder.next() }
        decoder.append(Array("{}\n".utf8))
        #expect(throws: expected) { try decoder.next() }
    }

    @Test("A frame of exactly the maximum size is accepted")
    func exactLimit() throws {
        var headers = FrameDecoder(sizeLimit: 10)
        headers.append(Array("Content-Length: 10\r\n\r\n{\"a\":1234}".utf8))
        #expect(try headers.next()?.count == 10)
        var lines = FrameDecoder(sizeLimit: 10)
        lines.append(Array("{\"a\":1234}\n".utf8))
        #expect(try lines.next()?.count == 10)
    }
}
