package import IndexStorage
import Xapian

/// The one writer of an index: holds the write lock from its making to its closing.
///
/// It works on a thread of its own, so that waiting for the disk holds up nobody else.
package actor ArticleWriter {
    /// The index that is written.
    package nonisolated let folder: IndexFolder
    private let executor: ThreadExecutor
    package let commitBytes: Int
    private var generation: GenerationWriter?
    private var lock: WriteLock?
    /// Why the writer is of no more use, once a write has failed; what was committed before stays.
    package private(set) var failure: IndexError?
    private var seen: [FileInRun: SeenDocuments] = [:]
    /// Files of which it is not known any more what was met: an older index has taken the place of the one that it was met in.
    private var invalidated: Set<FileInRun> = []

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens an index for writing, and makes it where there is none.
    ///
    /// What an interrupted process left beside the current generation is deleted.
    ///
    /// - Parameters:
    ///   - folder: the index.
    ///   - purpose: what this process does, for those who have to wait for the lock.
    ///   - commitBytes: bytes of text between two commits.
    ///   - opensLater: whether the index is opened, or made, only when something is written: one that has to be rebuilt, or
    ///     that a backup replaces, may not be readable.
    /// - Throws: `IndexError`; `.locked` at once when another process writes.
    package init(
        folder: IndexFolder, purpose: String, commitBytes: Int = 4 << 20, opensLater: Bool = false
    ) throws(IndexError) {
        self.folder = folder
        self.commitBytes = commitBytes
        executor = ThreadExecutor(name: "tracuu-writer")
        lock = try WriteLock(folder: folder, purpose: purpose)
        if !opensLater { generation = try ArticleWriter.open(folder, commitBytes: commitBytes) }
    }

    /// Opens the current generation, and makes the first one where there is none.
    private static func open(_ folder: IndexFolder, commitBytes: Int) throws(IndexError) -> GenerationWriter {
        if let present = try folder.claimGeneration() {
            return try GenerationWriter(present, of: folder, commitBytes: commitBytes)
        }
        let new = try folder.replaceGeneration { new throws(IndexError) in
            try GenerationWriter(making: new, of: folder, commitBytes: commitBytes).close()
        }
        return try GenerationWriter(new.generation, of: folder, commitBytes: commitBytes)
    }

    /// Puts articles in, in order, and says what became of each.
    ///
    /// - Parameters:
    ///   - articles: the articles.
    ///   - run: the indexing run that read them; runs at the same time do not mix up what they have seen of a file.
    /// - Returns: what became of each.
    /// - Throws: `IndexError`; what was committed before stays.
    package func apply(_ articles: [PreparedArticle], run: Int = 0) throws(IndexError) -> [IndexingOutcome] {
        try writing { generation throws(XapianError) in
            var outcomes: [IndexingOutcome] = []
            for article in articles {
                let (outcome, place) = try generation.apply(article)
                outcomes.append(outcome)
                if let path = article.path {
                    seen[FileInRun(path: path, run: run), default: SeenDocuments()].insert(place)
                }
            }
            return outcomes
        }
    }

    /// Takes out the articles of a file that the run has not met in it; says how many.
    ///
    /// - Parameters:
    ///   - path: the file, all of whose articles have been applied.
    ///   - run: the indexing run that read it.
    ///   - isComplete: false where some of it could not be read: then nothing is taken out, nor where a backup was restored
    ///     since the run began the file.
    /// - Returns: how many articles were taken out.
    /// - Throws: `IndexError`.
    package func finishFile(_ path: String, run: Int = 0, isComplete: Bool) throws(IndexError) -> Int {
        let file = FileInRun(path: path, run: run)
        let kept = seen.removeValue(forKey: file) ?? SeenDocuments()
        let isKnown = invalidated.remove(file) == nil
        guard isComplete, isKnown else { return 0 }
        return try writing { generation throws(XapianError) in try generation.remove(path: path, keeping: kept) }
    }

    /// Takes out the article with this id; false where there is none.
    package func remove(id: String) throws(IndexError) -> Bool {
        try writing { generation throws(XapianError) in try generation.remove(id: id) }
    }

    /// Takes out the articles of a file or of the files in a folder; says how many.
    package func remove(path: String) throws(IndexError) -> Int {
        try writing { generation throws(XapianError) in try generation.remove(path: path) }
    }

    /// Makes everything so far durable and visible to readers.
    package func commit() throws(IndexError) {
        // Nothing was written since the index was last at rest.
        if generation == nil && failure == nil && lock != nil { return }
        try writing { generation throws(XapianError) in try generation.commit() }
    }

    /// Commits, closes the database and gives the write lock back; the writer is of no more use.
    package func close() throws(IndexError) {
        defer {
            generation?.close()
            generation = nil
            lock = nil
        }
        try commit()
    }

    /// Commits, and has something done with the index's files while they do not change and nothing is open.
    ///
    /// Runs that share the writer wait meanwhile, and go on with the generation that is current then.
    ///
    /// - Parameter work: the work, which may replace the generation; where it does, `renumber(_:)` is to be called.
    /// - Returns: what the work gives.
    /// - Throws: `IndexError`: what the work throws, or why the writer cannot go on.
    func atRest<Result>(_ work: (IndexFolder) throws(IndexError) -> Result) throws(IndexError) -> Result {
        guard lock != nil else { throw closed }
        if let failure { throw failure }
        if let generation {
            try commit()
            generation.close()
            self.generation = nil
        }
        // Opened again by the next that writes.
        return try work(folder)
    }

    private var closed: IndexError { .fileSystem(path: folder.path, reason: "the writer is closed") }

    func writing<Result>(
        _ body: (GenerationWriter) throws(XapianError) -> Result
    ) throws(IndexError) -> Result {
        guard lock != nil else { throw closed }
        if let failure { throw failure }
        let opened: GenerationWriter
        if let generation {
            opened = generation
        } else {
            opened = try ArticleWriter.open(folder, commitBytes: commitBytes)
        }
        generation = opened
        do {
            return try body(opened)
        } catch {
            // A write that fails takes everything since the last commit with it, whoever wrote it: each run has to know.
            let failure = IndexError(error, path: folder.path)
            self.failure = failure
            throw failure
        }
    }

    /// Has the runs go on in a generation that took the place of the one in which they have seen articles.
    func renumber(_ renumbering: Renumbering) { seen = seen.mapValues { $0.moved(by: renumbering) } }

    /// Has the runs take nothing out of the files that they have begun, whose articles are numbered in another way now.
    func invalidateSeenFiles() { invalidated.formUnion(seen.keys) }

    /// Forgets what a run has seen, when it ends early.
    package func forget(run: Int) {
        seen = seen.filter { $0.key.run != run }
        invalidated = invalidated.filter { $0.run != run }
    }

    private struct FileInRun: Hashable {
        let path: String
        let run: Int
    }
}
