/// JSON Lines: one object per line, each an article.
struct JSONLinesFormat: ArticleFormat {
    let suffixes: Set<String> = ["jsonl", "ndjson"]

    /// Whether the first line looks like an object: it begins with `{"` and, where all of it is in `head`, ends with
    /// `}`.
    func matches(_ head: UnsafeRawBufferPointer) -> Bool {
        var first = Substring(String(decoding: head, as: UTF8.self)).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard first.first == "{" else { return false }
        guard first.dropFirst().first(where: { !$0.isWhitespace }) == "\"" else { return false }
        guard let end = first.firstIndex(where: \.isNewline) else { return true }
        first = first[..<end]
        return first.last { !$0.isWhitespace } == "}"
    }

    func read(_ input: FormatInput, deliver: (FormatEvent) throws -> Void) rethrows {
        let lines = LineReader(input.bytes, limit: input.limits.lineBytes)
        let reader = JSONArticle(limits: input.limits)
        var number = 0
        var isEmpty = true
        var start = JSONLinesStart(isPipe: input.path == nil)
        while true {
            switch Result.catchingUnreadable({ try lines.next() }) {
            case .failure(let failure): return try deliver(.damagedFile(failure))
            case .success(nil):
                if isEmpty { try deliver(.damagedFile(.empty)) }
                return try start.end(deliver)
            case .success(.tooLong):
                isEmpty = false
                let reason = "is longer than \(sizeInWords(input.limits.lineBytes)): split the article"
                try deliver(.damagedRecord(Unreadable(reason, line: number)))
            case .success(.bytes(let bytes)):
                switch reader.read(line: bytes, number: number, path: input.path) {
                case .success(nil): break
                case .success(let article?):
                    isEmpty = false
                    try start.release(deliver)
                    try deliver(.article(article, line: number))
                case .failure(let failure):
                    isEmpty = false
                    let failure = Unreadable(failure.reason, line: number)
                    if try !start.continues(after: failure, of: bytes, deliver) { return }
                }
            }
            number += 1
        }
    }
}
