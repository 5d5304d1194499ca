import TemporaryFolders
import Testing

@testable import Articles

@Suite("Compressed files")
struct CompressionTests {
    /// Lines that hardly compress, so that a file of them fills many buffers.
    private static func lines(_ range: Range<Int>) -> [UInt8] {
        var state: UInt64 = 42
        var text = ""
        for number in range {
            var noise = ""
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                noise += String(state >> 16, radix: 36)
            }
            text += "{\"title\":\"\(number)\",\"body\":\"\(noise)\"}\n"
        }
        return Array(text.utf8)
    }

    @Test("Several members, streams or frames in one file are read as one text", arguments: Compression.allCases)
    func concatenated(form: Compression) throws {
        let folder = try TemporaryFolder()
        let bytes = try form.compress(Self.lines(0..<1500)) + form.compress([]) + form.compress(Self.lines(1500..<1600))
        let reading = Reading([try folder.write("a.jsonl" + form.suffix, bytes)])
        #expect(reading.articles.map(\.title) == (0..<1600).map(String.init))
        #expect(reading.failures.isEmpty && reading.whole == [true] && reading.bytes == bytes.count)
    }

    @Test("The compression is recognised by the bytes, whatever the name", arguments: Compression.allCases)
    func magic(form: Compression) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.jsonl", try form.compress(Array("{\"title\":\"một\"}".utf8)))
        #expect(Reading([path]).articles.map(\.title) == ["một"])
    }

    @Test("Compressed text and Markdown are read", arguments: Compression.allCases)
    func text(form: Compression) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt" + form.suffix, try form.compress(Array("Thông xe\n\nCầu xong.\n".utf8)))
        try folder.write("b.md" + form.suffix, try form.compress(Array("---\ntitle: Hội\n---\nVui.\n".utf8)))
        let reading = Reading([folder.path])
        #expect(reading.articles.map(\.title) == ["Thông xe", "Hội"] && reading.failures.isEmpty)
    }

    @Test(
        "A stream that is cut at any offset gives the lines before the cut, and a failure",
        arguments: Compression.allCases, [0.999, 0.9, 0.5, 0.1])
    func truncated(form: Compression, share: Double) throws {
        let folder = try TemporaryFolder()
        let bytes = try form.compress(Self.lines(0..<4000))
        let cut = Array(bytes.prefix(Int(Double(bytes.count) * share)))
        let reading = Reading([try folder.write("a.jsonl" + form.suffix, cut)])
        #expect(reading.articles.map(\.title) == (0..<reading.articles.count).map(String.init))
        #expect(reading.articles.count >= (share > 0.4 ? 500 : 0) && reading.articles.count <= 4000)
        #expect(reading.failures.map(\.line) == [nil] && reading.whole == [false])
        #expect(reading.failures.first?.reason.contains("was cut short") == true)
    }

    @Test("A damaged stream is a failure and gives no articles of garbage", arguments: Compression.allCases)
    func damaged(form: Compression) throws {
        let folder = try TemporaryFolder()
        var bytes = try form.compress(Self.lines(0..<4000))
        for index in 0..<64 { bytes[bytes.count / 2 + index] ^= 0x5A }
        let reading = Reading([try folder.write("a.jsonl" + form.suffix, bytes)])
        #expect(reading.whole == [false])
        #expect(reading.failures.last?.reason.contains("damaged \(form.name) data") == true, "\(reading.failures)")
        #expect(reading.articles.count < 4000)
    }

    @Test("Bytes after the last member are damage, except for the zero padding of gzip")
    func trailing() throws {
        let folder = try TemporaryFolder()
        let bytes = try Compression.gzip.compress(Array("{\"title\":\"a\"}\n".utf8))
        let padded = try folder.write("a.jsonl.gz", bytes + [0, 0, 0])
        #expect(Reading([padded]).failures.isEmpty)
        let dirty = Reading([try folder.write("b.jsonl.gz", bytes + Array("rubbish".utf8))])
        #expect(dirty.articles.count == 1 && dirty.failures.count == 1)
    }

    @Test("A file name whose compression the bytes do not have is a failure", arguments: Compression.allCases)
    func misnamed(form: Compression) throws {
        let folder = try TemporaryFolder()
        let reading = Reading([try folder.write("a.jsonl" + form.suffix, "{\"title\":\"a\"}\n")])
        #expect(reading.articles.isEmpty)
        #expect(reading.failures.first?.reason.contains("holds no \(form.name) data") == true)
    }

    @Test("A text that decompresses beyond the limit is refused before all of it is in memory")
    func bomb() throws {
        let folder = try TemporaryFolder()
        let bytes = try Compression.xz.compress([UInt8](repeating: 0x61, count: 20 << 20))
        let limits = ReadingLimits(textFileBytes: 1 << 20)
        let reading = Reading([try folder.write("a.txt.xz", bytes)], limits: limits)
        #expect(reading.failures.first?.reason == "is longer than 1 MiB: split it")
    }
}
