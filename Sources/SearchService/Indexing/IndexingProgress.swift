package import SearchProtocol

/// How far an indexing run has come.
package struct IndexingProgress: Hashable, Sendable {
    /// Articles read so far, unchanged ones included.
    package var articles: Int
    /// Bytes of the input files consumed so far, as they lie on the disk.
    package var inputBytes: Int
    /// Bytes of the input files in all, or nil where that is not known beforehand.
    package var totalBytes: Int?
    /// How many articles there are in all, where articles are what is counted.
    package var totalArticles: Int?
    /// Who holds the write lock, while the run waits for it.
    package var waitsFor: String?
    /// How much of what was read at one go has been put in order and written, from 0 to 1, once all is read.
    package var merged: Double?
}

extension ProgressValue {
    /// How far an indexing run has come, as clients are told.
    package init(_ progress: IndexingProgress) {
        if let merged = progress.merged {
            self.init(
                stage: "merging", done: Int(merged * Double(progress.articles)), total: progress.articles,
                unit: "articles", articles: progress.articles)
            return
        }
        if let total = progress.totalArticles {
            self.init(
                stage: "rebuilding", done: progress.articles, total: total, unit: "articles",
                articles: progress.articles)
            return
        }
        self.init(
            stage: progress.waitsFor.map { "waiting for \($0)" } ?? "indexing", done: progress.inputBytes,
            total: progress.totalBytes, unit: "bytes", articles: progress.articles)
    }
}
