import Articles
import Foundation
import JSON
import SearchClient
import SearchProtocol

/// Articles from standard input on their way to the daemon, in batches that fit its frames.
struct PipedArticles {
    /// Bytes of JSON that make a batch: enough to keep the daemon busy, little to lose when it ends.
    private static let batchBytes = 512 << 10
    /// Bytes that a request needs around its articles.
    private static let envelopeBytes = 256

    private let connection: Connection
    private let frameBytes: Int
    private let progress: (ProgressValue) -> Void
    private var lines: [(number: Int, object: JSONValue)] = []
    private var pendingBytes = 0
    private var hasSent = false
    private var result = IndexResult(added: 0, updated: 0, unchanged: 0, removed: 0, seconds: 0)

    /// Sends every line of a descriptor to the daemon.
    ///
    /// - Parameters:
    ///   - descriptor: open for reading, such as standard input.
    ///   - connection: the daemon.
    ///   - limits: what the daemon accepts, where it cannot tell because there is no index yet.
    ///   - progress: told after each batch.
    /// - Returns: what became of the articles; failures count lines from 0, as the protocol does.
    /// - Throws: `ClientError`.
    static func index(
        _ descriptor: Int32, through connection: Connection, assuming limits: Limits,
        progress: @escaping (ProgressValue) -> Void
    ) throws -> IndexResult {
        // Without an index there is no status yet.
        let status = try? connection.call(.status, JSONValue?.none, returning: StatusResult.self)
        let frameBytes = (status?.limits ?? limits).frameBytes
        var articles = PipedArticles(connection: connection, frameBytes: frameBytes, progress: progress)
        let start = ContinuousClock.now
        let tooLong =
            "does not fit a message to the daemon, which may have \(frameBytes) bytes: raise limits.frame, or use --no-daemon"
        try RecordLines.read(descriptor, limit: frameBytes - envelopeBytes, tooLong: tooLong) { number, line in
            try articles.take(number, line)
        }
        try articles.send(isLast: true)
        articles.result.seconds = start.duration(to: .now) / .seconds(1)
        return articles.result
    }

    private init(connection: Connection, frameBytes: Int, progress: @escaping (ProgressValue) -> Void) {
        self.connection = connection
        self.frameBytes = frameBytes
        self.progress = progress
    }

    private mutating func take(_ number: Int, _ line: Result<[UInt8], ReadFailure>) throws {
        switch line {
        case .failure(let failure): fail(number, failure.reason)
        case .success(let bytes):
            do {
                let object = try JSONValue(parsing: bytes)
                guard object.kind == .object else { return fail(number, "is no JSON object: write one article a line") }
                let limit = min(PipedArticles.batchBytes, frameBytes - PipedArticles.envelopeBytes)
                if pendingBytes + bytes.count + 1 > limit { try send() }
                lines.append((number, object))
                pendingBytes += bytes.count + 1
            } catch let error as JSONSyntaxError {
                fail(number, "is not valid JSON: expected \(error.expected) at byte \(error.offset + 1)")
            }
        }
    }

    private mutating func fail(_ number: Int, _ reason: String) {
        result.failed.append(IndexFailure(path: "-", line: number, reason: reason))
    }

    /// Sends what has come together; the last part also where it is empty, so that the daemon commits the others.
    private mutating func send(isLast: Bool = false) throws {
        guard !lines.isEmpty || (isLast && hasSent) else { return }
        hasSent = true
        let before = articles
        var answer = try connection.call(
            .index, IndexParams(articles: lines.map(\.object), progressToken: .string("index"), more: !isLast),
            returning: IndexResult.self
        ) { told in
            var told = told
            (told.done, told.total) = (0, nil)
            told.articles = before + (told.articles ?? 0)
            progress(told)
        }
        for place in answer.failed.indices { answer.failed[place].path = "-" }
        let numbers = lines.map(\.number)
        result.add(answer) { position in numbers.indices.contains(position) ? numbers[position] : position }
        (lines, pendingBytes) = ([], 0)
        progress(ProgressValue(done: 0, articles: articles))
    }

    private var articles: Int { result.added + result.updated + result.unchanged }
}

extension IndexResult {
    /// Adds what became of some more articles, whose failures are told by other line numbers.
    mutating func add(_ other: IndexResult, line: (Int) -> Int = { $0 }) {
        added += other.added
        updated += other.updated
        unchanged += other.unchanged
        removed += other.removed
        seconds += other.seconds
        failed += other.failed.map { failure in
            var failure = failure
            failure.line = failure.line.map(line)
            return failure
        }
    }
}
