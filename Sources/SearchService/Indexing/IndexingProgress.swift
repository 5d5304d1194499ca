package import SearchProtocol

/// The progress of an indexing run.
package struct IndexingProgress: Hashable, Sendable {
    /// Articles read so far, unchanged ones included.
    package var articles: Int
    /// Bytes of the input files consumed so far, counted as stored on disk.
    package var inputBytes: Int
    /// The total size of the input files in bytes, or nil where it is not known beforehand.
    package var totalBytes: Int?
    /// The total number of articles, where progress is counted in articles.
    package var totalArticles: Int?
    /// The holder of the write lock, while the run waits for it.
    package var waitsFor: String?
    /// The share of a bulk load that has been merged and written, from 0 to 1, once everything is read.
    package var merged: Double?
}

extension ProgressValue {
    /// Converts the progress of an indexing run to the protocol's form.
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
