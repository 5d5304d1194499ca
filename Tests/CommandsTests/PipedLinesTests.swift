import Foundation
import Testing

@testable import Commands

@Suite("Lines from standard input")
struct PipedLinesTests {
    /// The lines of bytes that come through a pipe, piece by piece.
    private func lines(_ pieces: [[UInt8]], limit: Int = 10) async -> [PipedLines.Line] {
        let pipe = Pipe()
        Thread.detachNewThread {
            for piece in pieces { pipe.fileHandleForWriting.write(Data(piece)) }
            try? pipe.fileHandleForWriting.close()
        }
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var reader = PipedLines(pipe.fileHandleForReading.fileDescriptor, limit: limit)
                var found: [PipedLines.Line] = []
                while let line = reader.next() { found.append(line) }
                continuation.resume(returning: found)
            }
        }
    }

    private func line(_ number: Int, _ text: String) -> PipedLines.Line {
        PipedLines.Line(number: number, content: .bytes(Array(text.utf8)))
    }

    @Test("Lines have their numbers, blank lines are skipped, and the last line needs no line break")
    func lines() async {
        let found = await lines([Array("\u{FEFF}a\r\n\n \t\nb".utf8), Array("c\nđ".utf8)])
        #expect(found == [line(0, "a"), line(3, "bc"), line(4, "đ")])
    }

    @Test("A line over the limit is named, whether it comes whole or in pieces, and later lines are read")
    func tooLong() async {
        let long = String(repeating: "x", count: 11)
        let atOnce = await lines([Array("\(long)\n0123456789\r\n\(long)".utf8)])
        #expect(atOnce.map(\.content) == [.tooLong, line(0, "0123456789").content, .tooLong])
        let pieces = await lines(Array(repeating: Array(long.utf8), count: 9) + [Array("\nend".utf8)])
        #expect(pieces == [PipedLines.Line(number: 0, content: .tooLong), line(1, "end")])
    }

    @Test(
        "The error for compressed input names the command that decompresses it",
        arguments: [
            ([0x1F, 0x8B, 0x08], "gzip -dc"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz -dc"),
            ([0x28, 0xB5, 0x2F, 0xFD], "zstd -dc"),
        ] as [([UInt8], String)])
    func compressed(bytes: [UInt8], program: String) async {
        let found = await lines([bytes + [0x0A, 0x61, 0x0A]])
        #expect(found == [PipedLines.Line(number: 0, content: .compressed(with: program))])
    }

    @Test("Empty input and blank lines give no line", arguments: ["", "\n", "\r\n\n"])
    func empty(text: String) async { #expect(await lines([Array(text.utf8)]).isEmpty) }
}
