package import ArticleModel

/// What the readers report while they go through files, in the order of the input.
package enum ReadEvent: Sendable {
    /// An article was read.
    case article(Article)
    /// A file, or a line of it, could not be read; reading goes on after it.
    case failure(ReadFailure)
    /// A file is done: it comes once for each file that could be opened, after its last article.
    ///
    /// `isWhole` is false where the file was cut short (a corrupt stream, say), so that articles known from an earlier
    /// reading and not seen this time may still be in it.
    case finished(path: String, articles: Int, failures: Int, isWhole: Bool)
    /// So many more bytes of the input files were consumed, counted as they lie on the disk (compressed).
    case progress(bytes: Int)
}
