package import ArticleModel

/// An event that readers report while they read files, in the order of the input.
package enum ReadEvent: Sendable {
    /// An article was read.
    case article(Article)
    /// A file, or a line of it, could not be read; reading continues after it.
    case failure(ReadFailure)
    /// The date of an article that was just read could not be read.
    case unreadDate(UnreadDate)
    /// A file was read to its end. This event occurs once for each file that could be opened, after its last article.
    ///
    /// `isWhole` is false where the file was cut short (a corrupt stream, say), so articles known from an earlier
    /// reading and not found this time may still be in it.
    case finished(path: String, articles: Int, failures: Int, isWhole: Bool)
    /// More of the input files was consumed: `bytes` is the increase, counted in bytes on disk (compressed).
    case progress(bytes: Int)
    /// Every folder has been walked through; the last event of a reading of folders.
    ///
    /// Each file that was met has been an event before: it was finished, or it was a failure without a line.
    case walked(WalkedFolders)
}
