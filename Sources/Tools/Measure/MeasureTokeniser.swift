import ArgumentParser
import Foundation
import Vietnamese

/// Measures how fast text is split into syllables, and how fast their terms are counted article by article.
struct MeasureTokeniser: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokeniser", abstract: "Measure syllables and their terms, on one core.",
        discussion: "FILE holds one document a line, in UTF-8; what the lines hold is taken as plain text.")

    @Argument(help: "A file of text.")
    var file: String

    @Option(help: "How many runs the median is taken of.")
    var repeats = 9

    func run() throws {
        let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe))
        let documents = text.split(separator: UInt8(ascii: "\n")).map(\.indices)
        guard !documents.isEmpty, repeats > 0 else { throw ValidationError("\(file) holds no line of text") }
        print("\(documents.count) documents, \(text.count) bytes, median of \(repeats)")
        text.withUnsafeBufferPointer { text in
            var (syllables, counter) = (Syllables(), NgramCounter())
            let prefixes = NgramPrefixes(exact: [], folded: Array("XF".utf8), bigram: Array("XB".utf8))
            report("syllables", text.count) {
                documents.reduce(0) { total, document in
                    syllables.scan(UnsafeBufferPointer(rebasing: text[document]))
                    return total + syllables.count
                }
            }
            report("syllables and distinct terms", text.count) {
                documents.reduce(0) { total, document in
                    syllables.scan(UnsafeBufferPointer(rebasing: text[document]))
                    counter.removeAll()
                    counter.add(syllables, prefixes: prefixes)
                    return total + counter.count
                }
            }
        }
    }

    private func report(_ name: String, _ bytes: Int, _ body: () -> Int) {
        var total = 0
        let times = (0..<repeats).map { _ in ContinuousClock().measure { total = body() } / .seconds(1) }
        let rate = Double(bytes) / times.sorted()[repeats / 2] / 1e6
        print("\(name): \(Int(rate.rounded())) MB/s, \(total) found")
    }
}
