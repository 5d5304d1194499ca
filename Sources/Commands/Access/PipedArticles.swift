import JSON
import SearchClient
import SearchProtocol

/// Sends articles from standard input to the daemon, in batches that fit its messages.
struct PipedArticles {
    /// The number of bytes of JSON in a batch: enough to keep the daemon busy, and little to lose when it ends.
    private static let batchBytes = 512 << 10
    /// The number of bytes that a request needs around its articles.
    private static let envelopeBytes = 256

    private let access: ArchiveAccess
    private let frameBytes: Int
    private let progress: (ProgressValue) -> Void
    private var lines: [(number: Int, object: JSONValue)] = []
    private var pendingBytes = 0
    private var hasSent = false
    private var result = IndexResult(added: 0, updated: 0, unchanged: 0, removed: 0, seconds: 0)

    /// Sends every line of a descriptor to the daemon.
    ///
    /// - Parameters:
    ///   - descriptor: a descriptor that is open for reading, such as standard input.
    ///   - access: the connection to the daemon; an interruption of it ends the reading, and what was read is kept.
    ///   - progress: called after each batch.
    /// - Returns: the result for all articles; its failures count lines from 0, as the protocol does.
    /// - Throws: `ClientError`, `CancellationError`.
    static func index(
        _ descriptor: Int32, through access: ArchiveAccess, progress: @escaping (ProgressValue) -> Void
    ) throws -> IndexResult {
        let frameBytes = access.connection.greeting?.frameBytes ?? Limits().frameBytes
        var articles = PipedArticles(access: access, frameBytes: frameBytes, progress: progress)
        let start = ContinuousClock.now
        var lines = PipedLines(
            descriptor, limit: frameBytes - envelopeBytes, interruption: access.connection.interruption)
        while let line = lines.next() { try articles.take(line) }
        if lines.isInterrupted {
            try articles.send(isLast: true)
            throw CancellationError()
        }
        try articles.send(isLast: true)
        articles.result.seconds = start.duration(to: .now) / .seconds(1)
        return articles.result
    }

    private init(access: ArchiveAccess, frameBytes: Int, progress: @escaping (ProgressValue) -> Void) {
        self.access = access
        self.frameBytes = frameBytes
        self.progress = progress
    }

    private mutating func take(_ line: PipedLines.Line) throws {
        switch line.content {
        case .tooLong:
            fail(
                line.number,
                "does not fit a message to the daemon, which may have \(frameBytes) bytes: raise limits.frame, "
                    + "or use --no-daemon, which goes by reading.lineBytes")
        case .compressed(let program):
            fail(line.number, "is no JSON object but compressed: pipe it through \(program)")
        case .bytes(let bytes):
            do {
                let object = try JSONValue(parsing: bytes)
                guard object.kind == .object else {
                    return fail(line.number, "is no JSON object: write one article a line")
                }
                let limit = min(PipedArticles.batchBytes, frameBytes - PipedArticles.envelopeBytes)
                if pendingBytes + bytes.count + 1 > limit { try send() }
                lines.append((line.number, object))
                pendingBytes += bytes.count + 1
            } catch let error as JSONSyntaxError {
                fail(line.number, "is not valid JSON: expected \(error.expected) at byte \(error.offset + 1)")
            }
        }
    }

    private mutating func fail(_ number: Int, _ reason: String) {
        result.failed.append(IndexFailure(path: "-", line: number, reason: reason))
    }

    /// Sends the pending articles; the last part is also sent when it is empty, so that the daemon commits the others.
    private mutating func send(isLast: Bool = false) throws {
        guard !lines.isEmpty || (isLast && hasSent) else { return }
        let before = articles
        let params = IndexParams(articles: lines.map(\.object), progressToken: .work, more: !isLast)
        var answer: IndexResult
        do {
            answer = try access.work(.index, params) { told in
                var told = told
                (told.done, told.total) = (0, nil)
                told.articles = before + (told.articles ?? 0)
                progress(told)
            }
        } catch let error as CancellationError {
            if hasSent && !isLast {
                lines = []
                try send(isLast: true)
            }
            throw error
        }
        hasSent = true
        for place in answer.failed.indices { answer.failed[place].path = "-" }
        for place in answer.unreadDates?.first.indices ?? 0..<0 { answer.unreadDates?.first[place].path = "-" }
        let numbers = lines.map(\.number)
        result.add(answer) { position in numbers.indices.contains(position) ? numbers[position] : position }
        (lines, pendingBytes) = ([], 0)
        progress(ProgressValue(done: 0, articles: articles))
    }

    private var articles: Int { result.added + result.updated + result.unchanged }
}

extension IndexResult {
    /// Adds the result for more articles, whose failures are converted to other line numbers.
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
        add(other.unreadDates?.movingLines(line))
    }
}
