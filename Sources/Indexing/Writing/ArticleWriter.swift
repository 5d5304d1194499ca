package import IndexStorage
import Xapian

/// The only writer of an index, which holds the write lock from its creation until it is closed.
///
/// It works on a thread of its own, so that waiting for the disk blocks no other work.
///
/// ```swift
/// let writer = try await ArticleWriter(folder: IndexFolder(path: folder), purpose: "import")
/// var encoder = ArticleEncoder()
/// _ = try await writer.apply([encoder.encode(Article(id: "1", title: "Cầu mới thông xe"))])
/// try await writer.close()
/// ```
package actor ArticleWriter {
    /// The index to write.
    package nonisolated let folder: IndexFolder
    private let executor: ThreadExecutor
    package let commitBytes: Int
    private var generation: GenerationWriter?
    private var lock: WriteLock?
    /// The error after which the writer cannot be used, once a write has failed; what was committed before stays.
    package private(set) var failure: IndexError?
    private var seen: [FileInRun: SeenDocuments] = [:]
    /// Files whose seen articles are no longer known, since a restored index replaced the one in which they were seen.
    private var invalidated: Set<FileInRun> = []

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens an index for writing, creating it if there is none, on the writer's thread.
    ///
    /// Files that an interrupted process left beside the current generation are deleted.
    ///
    /// - Parameters:
    ///   - folder: the index.
    ///   - purpose: what this process does, for those who have to wait for the lock.
    ///   - commitBytes: the bytes of text between two commits.
    ///   - opensLater: whether the index is opened, or created, only when something is written: one that has to be
    ///     rebuilt, or that a backup replaces, may not be readable.
    /// - Throws: `IndexError`; `.locked` immediately if another process is writing.
    package init(
        folder: IndexFolder, purpose: String, commitBytes: Int = 4 << 20, opensLater: Bool = false
    ) async throws(IndexError) {
        self.folder = folder
        self.commitBytes = commitBytes
        executor = ThreadExecutor(name: "tracuu-writer")
        // Once all properties have values, an asynchronous initializer of an actor continues on the actor's executor.
        try claim(purpose: purpose, opensLater: opensLater)
    }

    private func claim(purpose: String, opensLater: Bool) throws(IndexError) {
        let lock = try WriteLock(folder: folder, purpose: purpose)
        if !opensLater { generation = try ArticleWriter.open(folder, commitBytes: commitBytes) }
        self.lock = lock
    }

    /// Opens the current generation, or creates the first one.
    private static func open(_ folder: IndexFolder, commitBytes: Int) throws(IndexError) -> GenerationWriter {
        if let present = try folder.claimGeneration() {
            return try GenerationWriter(present, of: folder, commitBytes: commitBytes)
        }
        let new = try folder.replaceGeneration { new throws(IndexError) in
            try GenerationWriter(making: new, of: folder, commitBytes: commitBytes).close()
        }
        return try GenerationWriter(new.generation, of: folder, commitBytes: commitBytes)
    }

    /// Adds articles, in order, and returns the outcome for each.
    ///
    /// - Parameters:
    ///   - articles: the articles.
    ///   - run: the indexing run that read them; concurrent runs keep separate records of the articles seen in a file.
    /// - Returns: the outcome for each.
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

    /// Removes the articles of a file that the run has not seen in it, and returns their number.
    ///
    /// - Parameters:
    ///   - path: the file, all of whose articles have been applied.
    ///   - run: the indexing run that read it.
    ///   - isComplete: false if some of it could not be read. In this case nothing is removed; the same holds if a
    ///     backup was restored since the run began the file.
    /// - Returns: the number of articles removed.
    /// - Throws: `IndexError`.
    package func finishFile(_ path: String, run: Int = 0, isComplete: Bool) throws(IndexError) -> Int {
        let file = FileInRun(path: path, run: run)
        let kept = seen.removeValue(forKey: file) ?? SeenDocuments()
        let isKnown = invalidated.remove(file) == nil
        guard isComplete, isKnown else { return 0 }
        return try writing { generation throws(XapianError) in try generation.remove(path: path, keeping: kept) }
    }

    /// Removes the article with this id, and returns false if there is none.
    package func remove(id: String) throws(IndexError) -> Bool {
        try writing { generation throws(XapianError) in try generation.remove(id: id) }
    }

    /// Removes the articles of a file or of the files in a folder, and returns their number.
    ///
    /// Where there are none of these paths, those of one that is spelled otherwise are removed, see `PathSpellings`.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - otherName: another path of the same file or folder, if articles may have that.
    /// - Returns: the number of articles.
    /// - Throws: `IndexError`.
    package func remove(path: String, otherName: String? = nil) throws(IndexError) -> Int {
        let names = [path] + [otherName].compactMap { $0 }
        return try writing { generation throws(XapianError) in
            var removed = 0
            for name in names { removed += try generation.remove(path: name) }
            if removed > 0 { return removed }
            for spelling in names.flatMap(PathSpellings.others) {
                removed = try generation.remove(path: spelling)
                if removed > 0 { break }
            }
            return removed
        }
    }

    /// Makes all writes so far durable and visible to readers.
    package func commit() throws(IndexError) {
        // Nothing was written since the index was last at rest.
        if generation == nil && failure == nil && lock != nil { return }
        try writing { generation throws(XapianError) in try generation.commit() }
    }

    /// Commits, closes the database and releases the write lock; the writer cannot be used after this.
    package func close() throws(IndexError) {
        defer {
            generation?.close()
            generation = nil
            lock = nil
        }
        try commit()
    }

    /// Commits, and runs work on the index's files while they do not change and nothing is open.
    ///
    /// Runs that share the writer wait meanwhile, and continue with the generation that is current afterwards.
    ///
    /// - Parameter work: the work, which may replace the generation; if it does, `renumber(_:)` must be called.
    /// - Returns: what the work returns.
    /// - Throws: `IndexError`: what the work throws, or why the writer cannot continue.
    func atRest<Result>(_ work: (IndexFolder) throws(IndexError) -> Result) throws(IndexError) -> Result {
        guard lock != nil else { throw closed }
        if let failure { throw failure }
        if let generation {
            try commit()
            generation.close()
            self.generation = nil
        }
        // The next write opens the index again.
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
            // A failed write discards everything since the last commit, including other runs' writes: each run has to
            // know.
            let failure = folder.explained(error)
            self.failure = failure
            throw failure
        }
    }

    /// Makes the runs continue in a generation that replaced the one in which they have seen articles.
    func renumber(_ renumbering: Renumbering) { seen = seen.mapValues { $0.moved(by: renumbering) } }

    /// Makes the runs remove nothing from the files that they have begun, whose articles now have other numbers.
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
