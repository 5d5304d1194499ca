package import Xapian

/// Takes in the documents of one thread, for a database that is written once all documents are there.
///
/// Postings are collected in memory and written out whenever there are enough; everything else is written to a file
/// immediately. A filler is not `Sendable`: it belongs to the thread that uses it, but its result does not.
package final class BulkFiller {
    private var inverter = PostingInverter()
    private var runWriter: PostingRunWriter
    private var runs: [PostingRun] = []
    private var spool: DocumentSpool
    private var notedNumbers: [UInt32] = []
    private var places: [DocumentSpool.Place] = []
    private var escaped = ByteSink()
    private var hashes: [UInt64] = []
    private let runBytes: Int
    private var postings = 0

    /// Creates a filler whose files are in the given folder.
    ///
    /// - Parameters:
    ///   - folder: the folder; the caller that makes the database deletes it.
    ///   - index: the filler's index in the folder, from 0 on.
    ///   - runBytes: the bytes of memory that postings may take; about the same amount again is needed while they are
    ///     written.
    /// - Throws: `database`, `diskFull`.
    package init(folder: String, index: Int, runBytes: Int = 64 << 20) throws(XapianError) {
        runWriter = try PostingRunWriter(path: "\(folder)/postings-\(index)")
        spool = try DocumentSpool(path: "\(folder)/documents-\(index)", index: index)
        self.runBytes = runBytes
    }

    /// Adds a document.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - note: a number for the document that ascends within this filler and that no other filler uses.
    /// - Throws: `invalidArgument` for a term that is empty or too long; `database`, `diskFull`.
    package func add(_ document: Document, note: UInt32) throws(XapianError) {
        var length: UInt64 = 0
        // The array is moved out, so that it is not copied.
        var hashes: [UInt64] = []
        swap(&hashes, &self.hashes)
        hashes.removeAll(keepingCapacity: true)
        document.forEachTerm { term, frequency in
            length += UInt64(frequency)
            hashes.append(PostingInverter.hash(term))
        }
        inverter.touch(hashes)
        var place = 0
        try document.forEachTerm { (term, frequency) throws(XapianError) in
            let hash = hashes[place]
            place += 1
            if term.contains(0) {
                GlassKey.escape(term, into: &escaped)
                let hash = PostingInverter.hash(escaped.bytes)
                try inverter.add(escaped.bytes, hash: hash, in: note, frequency: frequency)
            } else {
                try inverter.add(term, hash: hash, in: note, frequency: frequency)
            }
        }
        postings += hashes.count
        self.hashes = hashes
        places.append(try spool.append(document, length: length))
        notedNumbers.append(note)
        if inverter.usedBytes >= runBytes { try endRun() }
    }

    private func endRun() throws(XapianError) {
        guard !inverter.isEmpty else { return }
        runs.append(try runWriter.write(inverter))
        inverter.removeAll()
    }

    /// Writes out what is still in memory.
    ///
    /// - Returns: the contents, for `BulkDatabase.write`; the filler cannot be used after this.
    /// - Throws: `database`, `diskFull`.
    package func finish() throws(XapianError) -> FilledPart {
        try endRun()
        inverter = PostingInverter()
        let (file, size) = try spool.finish()
        return FilledPart(
            runs: runs, spool: file, spoolSize: size, notes: notedNumbers, places: places, postings: postings)
    }
}

/// The contents of a filler.
package struct FilledPart: Sendable {
    let runs: [PostingRun]
    let spool: ScratchFile
    let spoolSize: Int
    let notes: [UInt32]
    let places: [DocumentSpool.Place]
    /// The number of postings collected.
    let postings: Int
}
