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

    /// The number of bytes of a file that are examined to determine its kind.
    private static let headBytes = 64 << 10

    /// The origin of the file's bytes.
    enum Origin {
        case file(path: String)
        case descriptor(Int32)
    }

    private var shownPath: String { path ?? "-" }

    /// An open, decompressed file.
    private struct Content {
        var file: FileSource
        var bytes: any ByteSource
        var kind: FileKind
    }

    /// The result of reading a file.
    private struct Tally {
        var articles = 0
        var failures = 0
        var isWhole = true
        var reported = 0
    }

    /// Reads a file of any kind and delivers its contents as events.
    ///
    /// - Parameters:
    ///   - origin: The origin of its bytes.
    ///   - kind: The kind of the file, where it is known without examining the content.
    ///   - deliver: Receives the events.
    /// - Throws: What `deliver` throws.
    func read(
        _ origin: Origin, as kind: FileKind?, deliver: (ReadEvent) throws -> Void
    ) rethrows {
        switch content(origin, as: kind) {
        case .failure(let failure): try deliver(.failure(failed(failure)))
        case .success(let content):
            var tally = Tally()
            switch content.kind {
            case .jsonLines: try readLines(content, &tally, deliver)
            case .text, .markdown: try readWhole(content, &tally, deliver)
            case .unreadable(let reason): try fail(Unreadable(reason), &tally, deliver)
            }
            try report(content.file, &tally, deliver)
            try deliver(
                .finished(
                    path: shownPath, articles: tally.articles, failures: tally.failures, isWhole: tally.isWhole))
        }
    }

    private func content(_ origin: Origin, as kind: FileKind?) -> Result<Content, Unreadable> {
        Result.catchingUnreadable {
            let file: FileSource
            switch origin {
            case .file(let path): file = try FileSource(path: path, within: roots)
            case .descriptor(let descriptor): file = FileSource(descriptor: descriptor)
            }
            let raw = PeekedSource(file)
            // A pipe may deliver its lines slowly: where the kind is known, this waits for no more than the magic
            // number of the compressed form.
            let head = raw.peek(kind == nil ? FileReading.headBytes : 6)
            let named = Compression(fileName: name)
            guard let compression = Compression(firstBytes: head) else {
                if let named, !head.isEmpty {
                    throw Unreadable("is named \(named.suffix) but holds no \(named.name) data: rename it")
                }
                return Content(file: file, bytes: raw, kind: kind ?? FileKind(name: innerName, head: head))
            }
            let bytes = PeekedSource(try compression.decompressing(raw))
            return Content(
                file: file, bytes: bytes,
                kind: kind ?? FileKind(name: innerName, head: bytes.peek(FileReading.headBytes)))
        }
    }

    private var innerName: String {
        guard let compression = Compression(fileName: name) else { return name }
        return String(name.dropLast(compression.suffix.count))
    }

    private func readLines(
        _ content: Content, _ tally: inout Tally, _ deliver: (ReadEvent) throws -> Void
    ) rethrows {
        let lines = LineReader(content.bytes, limit: limits.lineBytes)
        let reader = JSONArticle(limits: limits)
        var number = 0
        while true {
            switch Result.catchingUnreadable({ try lines.next() }) {
            case .failure(let failure):
                try fail(failure, &tally, deliver)
                return
            case .success(nil):
                if tally.articles == 0, tally.failures == 0 { try fail(.empty, &tally, deliver) }
                return
            case .success(.tooLong):
                tally.failures += 1
                let reason = "is longer than \(sizeInWords(limits.lineBytes)): split the article"
                try deliver(.failure(ReadFailure(path: shownPath, line: number, reason: reason)))
            case .success(.bytes(let bytes)):
                switch reader.read(line: bytes, number: number, path: path) {
                case .success(nil): break
                case .success(let article?):
                    tally.articles += 1
                    try deliver(.article(article))
                case .failure(let failure):
                    tally.failures += 1
                    try deliver(.failure(ReadFailure(path: shownPath, line: number, reason: failure.reason)))
                }
            }
            if content.file.consumed - tally.reported >= 1 << 20 { try report(content.file, &tally, deliver) }
            number += 1
        }
    }

    private func readWhole(
        _ content: Content, _ tally: inout Tally, _ deliver: (ReadEvent) throws -> Void
    ) rethrows {
        let result = Result<Article, Unreadable>.catchingUnreadable {
            let bytes = try wholeContent(content.bytes)
            return content.kind == .markdown
                ? try MarkdownArticle(limits: limits).read(bytes, path: shownPath)
                : try TextArticle(limits: limits).read(bytes, path: shownPath)
        }
        switch result {
        case .success(let article):
            tally.articles += 1
            try deliver(.article(article))
        case .failure(let failure): try fail(failure, &tally, deliver)
        }
    }

    private func wholeContent(_ source: any ByteSource) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let step = 256 << 10
        while true {
            let piece = try [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
                count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if piece.isEmpty { return bytes }
            bytes += piece
            if bytes.count > limits.textFileBytes {
                throw Unreadable("is longer than \(sizeInWords(limits.textFileBytes)): split it")
            }
        }
    }

    private func fail(
        _ failure: Unreadable, _ tally: inout Tally, _ deliver: (ReadEvent) throws -> Void
    ) rethrows {
        tally.failures += 1
        tally.isWhole = failure == .empty
        try deliver(.failure(failed(failure)))
    }

    private func failed(_ failure: Unreadable) -> ReadFailure {
        ReadFailure(path: shownPath, line: failure.line, reason: failure.reason)
    }

    private func report(
        _ file: FileSource, _ tally: inout Tally, _ deliver: (ReadEvent) throws -> Void
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
