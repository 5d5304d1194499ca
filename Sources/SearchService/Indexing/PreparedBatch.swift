import ArticleIndex
import Articles

/// Some of what was read, in order and ready for the writer.
struct PreparedBatch: Sendable {
    /// One step of the writer.
    enum Step: Sendable {
        case articles([PreparedArticle])
        case finished(path: String, isComplete: Bool)
    }

    private var closedSteps: [Step] = []
    private var openArticles: [PreparedArticle] = []
    private var textBytes = 0
    var failures: [ReadFailure] = []
    /// Bytes of the input files read so far, as they lie on the disk.
    var inputBytes = 0

    /// Bytes of text that make a batch worth handing over.
    private static let fullBytes = 256 << 10
    /// Steps, articles or failures that do so however short they are.
    private static let fullCount = 1_000

    /// What the writer is to do, in order.
    var steps: [Step] { openArticles.isEmpty ? closedSteps : closedSteps + [.articles(openArticles)] }

    var isFull: Bool {
        textBytes >= PreparedBatch.fullBytes
            || max(closedSteps.count, openArticles.count, failures.count) >= PreparedBatch.fullCount
    }

    mutating func append(_ article: PreparedArticle) {
        textBytes += article.textBytes
        openArticles.append(article)
    }

    /// Notes that all of a file stands before here.
    mutating func finish(_ path: String, isComplete: Bool) {
        if !openArticles.isEmpty { closedSteps.append(.articles(openArticles)) }
        openArticles = []
        closedSteps.append(.finished(path: path, isComplete: isComplete))
    }
}
