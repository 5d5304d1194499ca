import ArgumentParser
import Foundation
import IndexStorage
import Xapian

/// Measures the cost of reading a stored article and of making its record.
struct MeasureRecords: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract: "Time the decoding and the encoding of stored articles: processor time.",
        discussion: "FOLDER holds one database, as generation-000001/live does.")

    @Argument(help: "The folder of a database.")
    var folder: String

    @Option(help: "How many articles, spread over the database.")
    var articles = 5_000

    @Option(help: "How many runs the median is taken of.")
    var repeats = 5

    func run() throws {
        let database = try Database(path: folder)
        let last = try database.lastDocumentID
        var records: [[UInt8]] = []
        for number in 0..<max(1, articles) {
            let document = 1 + DocumentID(UInt64(number) * UInt64(last) / UInt64(max(1, articles)))
            guard let record = try? database.data(of: document), StoredArticle.decode(record) != nil else { continue }
            if records.count < articles { records.append(record) }
        }
        guard !records.isEmpty, repeats > 0 else { throw ValidationError("\(folder) holds no article of this version") }
        let found = records.compactMap { StoredArticle.decode($0) }
        let text = found.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
        let stored = records.reduce(0) { $0 + $1.count }
        print("\(records.count) articles, \(text) bytes of text; records \(stored), \(ratio(stored, text)) of it")
        for extent in StoredArticle.Extent.allCases {
            report("decode \(extent)", records.count) {
                records.reduce(0) { $0 + (StoredArticle.decode($1, extent)?.title.utf8.count ?? 0) }
            }
        }
        report("encode", records.count) { found.reduce(0) { $0 + StoredArticle.encode($1).record.count } }
    }

    private func report(_ name: String, _ count: Int, _ body: () -> Int) {
        var total = 0
        let times = (0..<repeats).map { _ in
            let start = MeasureRecords.processorMicroseconds
            total &+= body()
            return MeasureRecords.processorMicroseconds - start
        }
        let median = times.sorted()[repeats / 2] / Double(count)
        print("\(name): \((median * 100).rounded() / 100) us an article (\(total / max(1, repeats)))")
    }

    /// The CPU time of the process in microseconds, which a busy machine does not increase.
    private static var processorMicroseconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    private func ratio(_ bytes: Int, _ text: Int) -> Double {
        (Double(bytes) / Double(max(1, text)) * 10_000).rounded() / 10_000
    }
}
