internal import ArticleModel

/// The reading of one file, from its bytes to its events.
struct FileReading {
    /// The absolute path, or nil for standard input.
    let path: String?
    /// The file's name.
    let name: String
    let limits: ReadingLimits
    /// The folders that must contain the file; nil for anywhere.
    var roots: ReadingRoots?

    /// The number of bytes of a file that are examined to determine its format.
    private static let headBytes = 64 << 10
    /// The number of bytes of a file after which its progress is reported.
    private static let reportedBytes = 1 << 20

    /// The origin of the file's bytes.
    enum Origin {
        case file(path: String)
        case stream(ByteStream)
    }

    private var shownPath: String { path ?? "-" }

    /// An open, decompressed file.
    private struct Content {
        var file: any CountingSource
        var bytes: any ByteSource
        /// The format, or why there is none.
        var format: Result<any ArticleFormat, Unreadable>
    }

    /// The result of reading a file.
    private struct Tally {
        var articles = 0
        var failures = 0
        var isWhole = true
        var reported = 0
    }

    /// Reads a file of any format and delivers its contents as events.
    ///
    /// - Parameters:
    ///   - origin: The origin of its bytes.
    ///   - format: The format of the file, where it is known without examining the content.
    ///   - deliver: Receives the events.
    /// - Throws: What `deliver` throws.
    func read(
        _ origin: Origin, as format: (any ArticleFormat)?, deliver: (ReadEvent) throws -> Void
    ) rethrows {
        switch content(origin, as: format) {
        case .failure(let failure): try deliver(.failure(failed(failure)))
        case .success(let content):
            var tally = Tally()
            switch content.format {
            case .failure(let failure): try take(.damagedFile(failure), content.file, &tally, deliver)
            case .success(let format):
                let input = FormatInput(bytes: content.bytes, path: path, limits: limits)
                try format.read(input) { event in try take(event, content.file, &tally, deliver) }
            }
            try report(content.file, &tally, deliver)
            try deliver(
                .finished(
                    path: shownPath, articles: tally.articles, failures: tally.failures, isWhole: tally.isWhole))
        }
    }

    private func content(_ origin: Origin, as format: (any ArticleFormat)?) -> Result<Content, Unreadable> {
        Result.catchingUnreadable {
            let file: any CountingSource
            switch origin {
            case .file(let path): file = try FileSource(path: path, within: roots)
            case .stream(.descriptor(let descriptor)): file = FileSource(descriptor: descriptor)
            case .stream(.parts(let parts)): file = StreamSource(parts)
            }
            let raw = PeekedSource(file)
            // A pipe may deliver its lines slowly: where the format is known, this waits for no more than the magic
            // number of the compressed form.
            let head = raw.peek(format == nil ? FileReading.headBytes : 6)
            let named = Compression(fileName: name)
            guard let compression = Compression(firstBytes: head) else {
                if let named, !head.isEmpty {
                    throw Unreadable("is named \(named.suffix) but holds no \(named.name) data: rename it")
                }
                return Content(file: file, bytes: raw, format: find(format, head))
            }
            let bytes = PeekedSource(try compression.decompressing(raw))
            return Content(file: file, bytes: bytes, format: find(format, bytes.peek(FileReading.headBytes)))
        }
    }

    private func find(
        _ known: (any ArticleFormat)?, _ head: @autoclosure () -> UnsafeRawBufferPointer
    ) -> Result<any ArticleFormat, Unreadable> {
        if let known { return .success(known) }
        return .catchingUnreadable { try ArticleFormats.format(ofFileNamed: innerName, head: head()) }
    }

    private var innerName: String {
        guard let compression = Compression(fileName: name) else { return name }
        return String(name.dropLast(compression.suffix.count))
    }

    private func take(
        _ event: FormatEvent, _ file: any CountingSource, _ tally: inout Tally, _ deliver: (ReadEvent) throws -> Void
    ) rethrows {
        switch event {
        case .article(let article, let line):
            tally.articles += 1
            try deliver(.article(article))
            if let date = article.unreadDate {
                try deliver(.unreadDate(UnreadDate(path: shownPath, line: line, value: date)))
            }
        case .damagedRecord(let failure):
            tally.failures += 1
            try deliver(.failure(failed(failure)))
        case .damagedFile(let failure):
            tally.failures += 1
            tally.isWhole = failure == .empty
            try deliver(.failure(failed(failure)))
        }
        if file.consumed - tally.reported >= FileReading.reportedBytes { try report(file, &tally, deliver) }
    }

    private func failed(_ failure: Unreadable) -> ReadFailure {
        // Nothing came from standard input before.
        let reason = path == nil && failure == .empty ? "is empty: look at what writes to it" : failure.reason
        return ReadFailure(path: shownPath, line: failure.line, reason: reason)
    }

    private func report(
        _ file: any CountingSource, _ tally: inout Tally, _ deliver: (ReadEvent) throws -> Void
    ) rethrows {
        let bytes = file.consumed - tally.reported
        tally.reported = file.consumed
        if bytes > 0 { try deliver(.progress(bytes: bytes)) }
    }
}

extension Result where Failure == Unreadable {
    /// Returns the value of a reading step, or why there is none.
    static func catchingUnreadable(_ body: () throws -> Success) -> Result {
        do {
            return .success(try body())
        } catch let failure as Unreadable {
            return .failure(failure)
        } catch {
            return .failure(Unreadable("cannot be read: \(error)"))
        }
    }
}
