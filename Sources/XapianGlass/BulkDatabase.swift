import Foundation
package import Xapian

/// Makes a compact database without term lists out of the contents of the fillers, in one pass.
///
/// The result is what Xapian's own compaction of such a database would produce, table by table.
package struct BulkDatabase: Sendable {
    private let parts: [FilledPart]
    private let numbers: [UInt32]
    private let threads: Int

    /// Creates the description of a database to be written.
    ///
    /// - Parameters:
    ///   - parts: the contents of the fillers, in the order of their indices.
    ///   - numbers: the number of each document, by its note: 1 and up, each used once; 0 for a document that is left
    ///     out.
    ///   - threads: how many threads merge postings.
    package init(parts: [FilledPart], numbers: [UInt32], threads: Int) {
        self.parts = parts
        self.numbers = numbers
        self.threads = max(1, threads)
    }

    /// The bytes of runs that are merged in one pass.
    private static let stretchBytes = 4 << 20

    /// Writes the database; nothing is made durable.
    ///
    /// - Parameters:
    ///   - folder: the database's folder, which does not exist yet.
    ///   - scratch: a folder for temporary files; the caller deletes it.
    ///   - metadata: the metadata stored beside the documents.
    ///   - progress: is called from time to time with the share of the work done, from 0 to 1; returns false to cancel.
    /// - Throws: `cancelled` if `progress` returned false; `database`, `diskFull`.
    package func write(
        to folder: String, scratch: String, metadata: [String: [UInt8]], progress: (Double) -> Bool = { _ in true }
    ) throws(XapianError) {
        guard mkdir(folder, 0o700) == 0 else { throw XapianError(systemError: errno, "cannot make \(folder)") }
        let marks = parts.flatMap { $0.runs.flatMap(\.marks) }
        let merge = MergeSchedule(
            runs: parts.flatMap(\.runs), starts: BulkDatabase.starts(marks), numbers: numbers, ahead: threads + 2)
        let documents = DocumentPass(parts: parts, numbers: numbers, folder: folder, scratch: scratch)
        defer {
            merge.stop()
            documents.stop()
        }
        let pass = BackgroundWork("tracuu-documents") { () throws(XapianError) in try documents.run() }
        merge.start(threads: threads)
        let postlist = try GlassTable(path: folder + "/postlist.glass")
        for (name, value) in metadata.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            try value.withUnsafeBufferPointer { value throws(XapianError) in
                try postlist.add(GlassKey.metadata(name), value)
            }
        }
        while !pass.wait(milliseconds: 100) {
            guard progress(0.2 * documents.progress) else { throw BulkDatabase.cancelled }
        }
        var version = try documents.finish(pass, into: postlist)
        var (postingsRead, frequencies) = (0, UInt64(0))
        for index in 0..<merge.count {
            guard progress(0.2 + 0.8 * Double(index) / Double(merge.count)) else { throw BulkDatabase.cancelled }
            let part = try merge.take(index)
            try part.entries.withUnsafeBufferPointer { entries throws(XapianError) in
                try postlist.add(entries: entries)
            }
            postingsRead += part.postingsRead
            frequencies += part.frequencies
            version.statistics.highestFrequency = max(version.statistics.highestFrequency, part.highestFrequency)
        }
        // The documents' lengths were collected separately from the frequencies in their postings.
        guard postingsRead == parts.reduce(0, { $0 + $1.postings }), frequencies == version.statistics.totalLength
        else {
            throw XapianError(kind: .database, message: "\(folder): the postings are not those that were gathered")
        }
        version.roots[.postlist] = try postlist.finish()
        try version.write(to: folder)
    }

    private static var cancelled: XapianError { XapianError(kind: .cancelled, message: "the load was cancelled") }

    /// Returns terms at which merging can start, so that the stretches between them are similar in length.
    private static func starts(_ marks: [PostingRun.Mark]) -> [[UInt8]] {
        let terms = marks.map(\.term).sorted { $0.lexicographicallyPrecedes($1) }
        let step = stretchBytes / PostingRun.pieceBytes
        var starts: [[UInt8]] = [[]]
        for place in stride(from: step, to: terms.count, by: step) where terms[place] != starts.last {
            starts.append(terms[place])
        }
        return starts
    }
}
