import ArticleIndex
import Articles

/// Some of what was read, in order and ready for the writer.
struct PreparedBatch: Sendable {
    /// One step of the writer.
    enum Step: Sendable {
        case articles([PreparedArticle])
        case finished(path: String, isComplete: Bool)
    }

    var steps: [Step] = []
    var failures: [ReadFailure] = []
    /// Bytes of the input files read so far, as they lie on the disk.
    var inputBytes = 0
    /// Bytes of text in the batch.
    private(set) var textBytes = 0

    /// Bytes of text that make a batch worth handing over.
    static let fullBytes = 256 << 10

    var isFull: Bool { textBytes >= PreparedBatch.fullBytes || steps.count >= 1_000 }

    mutating func append(_ article: PreparedArticle) {
        textBytes += article.textBytes
        if case .articles(let articles)? = steps.last {
            // Taken out first, so that the array is not copied.
            steps.removeLast()
            var articles = articles
            articles.append(article)
            steps.append(.articles(articles))
        } else {
            steps.append(.articles([article]))
        }
    }
}
