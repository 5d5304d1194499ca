import Foundation
import JSON
import SearchProtocol
import Seeding
import Testing

@Suite("Bytes in base64")
struct EncodedBytesTests {
    private func read(_ text: String) throws -> [UInt8] {
        try EncodedBytes(json: JSONValue(parsing: Array(text.utf8))).bytes
    }

    @Test("Any bytes are written as base64 has them, and are read again unchanged")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 3)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let text = String(decoding: EncodedBytes(bytes).json, as: UTF8.self)
            #expect(text == "\"" + Data(bytes).base64EncodedString() + "\"")
            #expect(try read(text) == bytes)
            #expect(EncodedBytes.capacity(ofLength: text.utf8.count - 2) >= count)
        }
    }

    @Test("An escaped slash is a slash")
    func escapedSlash() throws {
        #expect(try read(#""//\/\/""#) == [0xFF, 0xFF, 0xFF])
    }

    @Test(
        "What is not base64 with its padding is refused",
        arguments: [
            #""a""#, #""abc""#, #""ab=c""#, #""=abc""#, #""====""#, #""abc===""#, #""ab c""#, #""abđ""#, "7", "null",
        ])
    func refused(text: String) {
        #expect(throws: JSONMismatch.self) { try read(text) }
    }
}
