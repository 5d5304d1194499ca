internal import ArticleModel

/// A format of files that hold articles; `ArticleFormats.all` lists them.
protocol ArticleFormat: Sendable {
    /// The suffixes of the names of its files, in lower case and without a full stop.
    var suffixes: Set<String> { get }

    /// Decides whether a file has this format where its name does not tell.
    ///
    /// - Parameter head: The file's first bytes, decompressed.
    /// - Returns: Whether it looks like one.
    func matches(_ head: UnsafeRawBufferPointer) -> Bool

    /// Reads a file from its beginning to its end.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - deliver: Receives what was found, in the order of the file.
    /// - Throws: What `deliver` throws; nothing because of the file's content.
    func read(_ input: FormatInput, deliver: (FormatEvent) throws -> Void) rethrows
}

/// What a format finds in a file.
enum FormatEvent {
    /// An article, and its line where the file has one article per line.
    case article(Article, line: Int? = nil)
    /// One of several records cannot be read; the next one is read.
    case damagedRecord(Unreadable)
    /// The file cannot be read, or not to its end.
    case damagedFile(Unreadable)
}

/// A file that is read in one of the formats.
struct FormatInput {
    /// The file's bytes, decompressed, at their beginning.
    let bytes: any ByteSource
    /// The absolute path, or nil for standard input.
    let path: String?
    let limits: ReadingLimits

    /// Reads all bytes.
    ///
    /// - Throws: `Unreadable`, also where there are more than `limits.textFileBytes`.
    func content() throws -> [UInt8] {
        var content: [UInt8] = []
        let step = 256 << 10
        while true {
            let piece = try [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
                count = try bytes.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if piece.isEmpty { return content }
            content += piece
            if content.count > limits.textFileBytes {
                throw Unreadable("is longer than \(sizeInWords(limits.textFileBytes)): split it")
            }
        }
    }

    /// Reads all bytes as one article.
    ///
    /// - Parameter read: Reads the article from the bytes of the file with a path, which is `-` for standard input.
    /// - Returns: The article, or why there is none.
    func oneArticle(_ read: ([UInt8], _ path: String) throws -> Article) -> FormatEvent {
        switch Result<Article, Unreadable>.catchingUnreadable({ try read(content(), path ?? "-") }) {
        case .success(let article): .article(article)
        case .failure(let failure): .damagedFile(failure)
        }
    }
}
