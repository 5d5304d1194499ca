import ArticleModel
import Articles
import Foundation
import Measuring
import Seeding

/// Any number of articles made from the sentences of real ones: lengths and words are those of an archive, the texts
/// are not.
///
/// The same files and the same seed give the same articles. The sentences are kept in memory.
struct RecombinedCorpus {
    /// The concatenated sentences, and the end of each.
    private var text: [UInt8] = []
    private var ends: [UInt32] = []
    /// The number of sentences of each real article.
    private var lengths: [UInt16] = []
    private var generator: SeededGenerator

    /// The maximum size of the kept sentences in bytes.
    private static let mostBytes = 1 << 30

    /// Reads the sentences of files.
    init(_ paths: [String], seed: UInt64) throws {
        generator = SeededGenerator(seed: seed)
        var (text, ends, lengths): ([UInt8], [UInt32], [UInt16]) = ([], [], [])
        ArticleFiles(limits: ReadingLimits()).read(paths) { event in
            guard case .article(let article) = event, text.count < RecombinedCorpus.mostBytes else { return }
            let before = ends.count
            var last: UInt8 = 0
            for byte in article.body.utf8 {
                let isEnd = byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: " ") && last == UInt8(ascii: "."))
                last = byte
                guard isEnd else {
                    text.append(byte)
                    continue
                }
                if text.count > Int(ends.last ?? 0) { ends.append(UInt32(text.count)) }
            }
            if text.count > Int(ends.last ?? 0) { ends.append(UInt32(text.count)) }
            lengths.append(UInt16(clamping: max(1, ends.count - before)))
        }
        (self.text, self.ends, self.lengths) = (text, ends, lengths)
    }

    /// Whether there is nothing to recombine.
    var isEmpty: Bool { ends.isEmpty }

    /// Writes the next article as a line of JSON.
    ///
    /// - Parameters:
    ///   - number: the number that its id is made from.
    ///   - line: the buffer to which the line is appended.
    /// - Returns: the size of title and body in bytes.
    mutating func append(_ number: Int, to line: inout [UInt8]) -> Int {
        line.append(
            contentsOf:
                "{\"id\":\"recombined-\(number)\",\"date\":\"\(nextDate())\",\"source\":\"Nguồn \(number % 7)\",\"title\":\""
                .utf8)
        var bytes = append(nextSentence().prefix(while: { $0 != UInt8(ascii: ",") }), to: &line)
        line.append(contentsOf: "\",\"body\":\"".utf8)
        for place in 0..<lengths[next(below: lengths.count)] {
            if place > 0 { bytes += append(RecombinedCorpus.space, to: &line) }
            bytes += append(nextSentence(), to: &line)
        }
        line.append(contentsOf: "\"}\n".utf8)
        return bytes
    }

    private static let space = Array(" ".utf8)[...]

    private mutating func next(below bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

    private mutating func nextDate() -> String {
        func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(1995 + next(below: 32))-\(digits(1 + next(below: 12)))-\(digits(1 + next(below: 28)))"
    }

    private mutating func nextSentence() -> ArraySlice<UInt8> {
        let place = next(below: ends.count)
        return text[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }

    private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) -> Int {
        for byte in bytes {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { line.append(UInt8(ascii: "\\")) }
            line.append(byte < 0x20 ? UInt8(ascii: " ") : byte)
        }
        return bytes.count
    }
}
