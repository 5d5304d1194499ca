import SearchProtocol

/// A part of a long article's body.
struct ArticlePart {
    /// The maximum number of characters of a body in one result.
    static let limit = 20_000
    /// The parameter for the beginning of a part.
    static let offset = Parameter(
        "offset", .integer, .optional,
        "How many characters of the body to leave out first; a body of more than \(limit) comes in parts")

    /// The article, with its body cut to the part.
    let article: ArticleResult
    /// The number of characters before the part.
    let start: Int
    /// The number of characters of the whole body.
    let length: Int

    /// Creates the part of an article that begins at an offset in characters.
    init(of article: ArticleResult, from offset: Int) {
        let body = article.body
        length = body.count
        start = min(max(0, offset), length)
        var article = article
        article.body = String(body.dropFirst(start).prefix(ArticlePart.limit))
        self.article = article
    }

    /// The offset of the next part, or nil after the last.
    var next: Int? { start + ArticlePart.limit < length ? start + ArticlePart.limit : nil }

    /// A note that says which part it is, where it is not the whole.
    var note: String? {
        guard start > 0 || next != nil else { return nil }
        let end = next ?? length
        return "Characters \(start) to \(end) of \(length)" + (next.map { "; for more: offset \($0)" } ?? "") + "."
    }
}
