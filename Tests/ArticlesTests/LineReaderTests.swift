import TemporaryFolders
import Testing

@testable import Articles

/// A source that returns a pattern of bytes in pieces of a given size.
private final class PatternSource: ByteSource {
    private var parts: [(byte: UInt8, count: Int)]
    private let piece: Int

    init(_ parts: [(byte: UInt8, count: Int)], piece: Int = .max) {
        self.parts = parts
        self.piece = piece
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let part = parts.first else { return 0 }
        let count = min(buffer.count, part.count, piece)
        buffer[..<count].initializeMemory(as: UInt8.self, repeating: part.byte)
        parts[0].count -= count
        if parts[0].count == 0 { parts.removeFirst() }
        return count
    }
}

@Suite("Line reader")
struct LineReaderTests {
    @Test("A line of 100 MB is skipped with a buffer that never exceeds the limit")
    func hugeLine() throws {
        let limit = 1 << 20
        let reader = LineReader(
            PatternSource([(0x61, 5), (0x0A, 1), (0x62, 100_000_000), (0x0A, 1), (0x63, 7)]), limit: limit)
        var seen: [Int] = []
        var largest = 0
        while let line = try reader.next() {
            if case .bytes(let bytes) = line { seen.append(bytes.count) } else { seen.append(-1) }
            largest = max(largest, reader.capacity)
        }
        #expect(seen == [5, -1, 7])
        #expect(largest <= limit + 2)
    }

    @Test("A line of a file that exceeds the limit is one failure, and the lines around it are read")
    func hugeLineInFile() throws {
        let folder = try TemporaryFolder()
        let long = [UInt8](repeating: 0x61, count: 100_000_000)
        let path = try folder.write(
            "a.jsonl", Array("{\"title\":\"a\"}\n".utf8) + long + Array("\n{\"title\":\"b\"}\n".utf8))
        let reading = Reading([path], limits: ReadingLimits(lineBytes: 1 << 20))
        #expect(reading.articles.map(\.title) == ["a", "b"])
        #expect(
            reading.failures == [ReadFailure(path: path, line: 1, reason: "is longer than 1 MiB: split the article")])
        #expect(reading.articles.last?.location?.line == 2 && reading.bytes > 100_000_000)
    }

    @Test("The limit counts the line without its line break", arguments: [1, 7, 64])
    func edge(piece: Int) throws {
        for (length, isLong) in [(9, false), (10, false), (11, true), (12, true), (13, true)] {
            for ending in [[(UInt8(0x0A), 1)], [(0x0D, 1), (0x0A, 1)], []] {
                let source = PatternSource(
                    [(0x61, length)] + ending + [(0x62, 3)].filter { _ in !ending.isEmpty }, piece: piece)
                let reader = LineReader(source, limit: 10)
                guard let line = try reader.next() else {
                    Issue.record("no line")
                    continue
                }
                if case .bytes(let bytes) = line {
                    #expect(!isLong && bytes.count == length)
                } else {
                    #expect(isLong)
                }
                if !ending.isEmpty {
                    guard case .bytes(let next)? = try reader.next() else {
                        Issue.record("no second line")
                        continue
                    }
                    #expect(next.count == 3)
                }
                let rest = try reader.next()
                #expect(rest == nil)
            }
        }
    }

    @Test("The lines do not depend on the pieces in which the bytes arrive", arguments: [1, 2, 3, 5, 1000])
    func pieces(piece: Int) throws {
        let parts: [(byte: UInt8, count: Int)] = [(0x61, 4), (0x0A, 2), (0x62, 300), (0x0D, 1), (0x0A, 1), (0x63, 1)]
        let reader = LineReader(PatternSource(parts, piece: piece), limit: 1000)
        var lengths: [Int] = []
        while case .bytes(let bytes)? = try reader.next() { lengths.append(bytes.count) }
        #expect(lengths == [4, 0, 300, 1])
    }
}
