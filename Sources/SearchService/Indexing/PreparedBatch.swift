import ArticleModel
import Articles
import IndexStorage
import Indexing
import SearchProtocol

/// A batch of what was read, in order and ready for the writer.
struct PreparedBatch: Sendable {
    /// One step of the writer.
    enum Step: Sendable {
        case articles([PreparedArticle])
        case unprepared([Article])
        case finished(path: String, isComplete: Bool)
        case walked(WalkedFolders, met: MetPaths)
    }

    private var closedSteps: [Step] = []
    private var openArticles: [PreparedArticle] = []
    private var openUnprepared: [Article] = []
    /// The number of bytes of the articles' text.
    private(set) var textBytes = 0
    var failures: [ReadFailure] = []
    /// The dates of its articles that could not be read.
    var unreadDates = UnreadDates()
    /// The number of bytes of the input files read so far, counted as stored on disk.
    var inputBytes = 0

    /// The number of bytes of text that make a batch full.
    private static let fullBytes = 256 << 10
    /// The number of steps, articles or failures that make a batch full, however short they are.
    private static let fullCount = 1_000

    /// The writer's steps, in order.
    var steps: [Step] {
        var copy = self
        copy.close()
        return copy.closedSteps
    }

    var isEmpty: Bool {
        closedSteps.isEmpty && openArticles.isEmpty && openUnprepared.isEmpty && failures.isEmpty
    }

    var isFull: Bool {
        textBytes >= PreparedBatch.fullBytes
            || max(closedSteps.count, openArticles.count + openUnprepared.count, failures.count)
                >= PreparedBatch.fullCount
    }

    mutating func append(_ article: PreparedArticle) {
        if !openUnprepared.isEmpty { close() }
        textBytes += article.textBytes
        openArticles.append(article)
    }

    mutating func append(unprepared article: Article) {
        if !openArticles.isEmpty { close() }
        textBytes += article.title.utf8.count + article.body.utf8.count
        openUnprepared.append(article)
    }

    private mutating func close() {
        if !openArticles.isEmpty { closedSteps.append(.articles(openArticles)) }
        if !openUnprepared.isEmpty { closedSteps.append(.unprepared(openUnprepared)) }
        (openArticles, openUnprepared) = ([], [])
    }

    /// Records that the whole file has been read up to here.
    mutating func finish(_ path: String, isComplete: Bool) {
        close()
        closedSteps.append(.finished(path: path, isComplete: isComplete))
    }

    /// Records that all folders have been walked through.
    mutating func finish(_ walked: WalkedFolders, met: MetPaths) {
        close()
        closedSteps.append(.walked(walked, met: met))
    }
}
