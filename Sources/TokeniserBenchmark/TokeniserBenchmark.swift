import Vietnamese

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Measures how fast text is cut into syllables, and how fast their terms are counted document by document.
///
/// `tokeniser-benchmark FILE [REPEATS]` reads the file as plain bytes; every line is a document.
@main
enum TokeniserBenchmark {
    static func main() {
        guard CommandLine.arguments.count >= 2, let text = contents(of: CommandLine.arguments[1]), !text.isEmpty else {
            let usage = "usage: tokeniser-benchmark FILE [REPEATS], where FILE holds one document a line\n"
            _ = usage.utf8CString.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
            exit(2)
        }
        let repeats = max(1, CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 5 : 5)
        let documents = text.split(separator: UInt8(ascii: "\n")).map { $0.startIndex..<$0.endIndex }
        print("\(documents.count) documents, \(text.count) bytes, median of \(repeats)")
        text.withUnsafeBufferPointer { text in
            var syllables = Syllables()
            var total = 0
            let scan = median(of: repeats) {
                total = 0
                for document in documents {
                    syllables.scan(UnsafeBufferPointer(rebasing: text[document]))
                    total += syllables.count
                }
            }
            report("scan", scan, text.count, "\(total) syllables")

            var counter = NgramCounter()
            let prefixes = NgramPrefixes(exact: [], folded: Array("XF".utf8), bigram: Array("XB".utf8))
            var distinct = 0
            var spelled = 0
            for spells in [false, true] {
                let count = median(of: repeats) {
                    distinct = 0
                    spelled = 0
                    for document in documents {
                        syllables.scan(UnsafeBufferPointer(rebasing: text[document]))
                        counter.removeAll()
                        counter.add(syllables, prefixes: prefixes)
                        distinct += counter.count
                        if spells { counter.forEach { term, _ in spelled += term.count } }
                    }
                }
                let totals = "\(distinct) distinct terms, \(distinct / documents.count) a document"
                report(
                    spells ? "scan + count + spell" : "scan + count", count, text.count,
                    totals + (spells ? ", \(spelled) bytes" : ""))
            }
        }
    }

    private static func report(_ name: String, _ seconds: Double, _ bytes: Int, _ totals: String) {
        print("\(name): \(Int((Double(bytes) / seconds / 1e6).rounded())) MB/s, \(totals)")
    }

    private static func median(of repeats: Int, _ body: () -> Void) -> Double {
        let times = (0..<repeats).map { _ in
            let start = ContinuousClock.now
            body()
            return (ContinuousClock.now - start) / .seconds(1)
        }
        return times.sorted()[repeats / 2]
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var text: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let length = fread(&block, 1, block.count, file)
            if length == 0 { return text }
            text.append(contentsOf: block[..<length])
        }
    }
}
