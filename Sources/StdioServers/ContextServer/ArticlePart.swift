import SearchProtocol

/// A part of a long article's body.
struct ArticlePart {
    /// The most characters of a body in one result.
    static let limit = 20_000
    /// Where a part begins.
    static let offset = Parameter(
        "offset", .integer, .optional,
        "How many characters of the body to leave out first; a body of more than \(limit) comes in parts")

    /// The article, its body cut.
    let article: ArticleResult
    /// How many characters stand before the part.
    let start: Int
    /// How many characters the whole body has.
    let length: Int

    /// The part of an article that begins after so many characters.
    init(of article: ArticleResult, from offset: Int) {
        let body = article.body
        length = body.count
        start = min(max(0, offset), length)
        var article = article
        article.body = String(body.dropFirst(start).prefix(ArticlePart.limit))
        self.article = article
    }

    /// Where the next part begins, or nil behind the last.
    var next: Int? { start + ArticlePart.limit < length ? start + ArticlePart.limit : nil }

    /// What part it is, where it is not the whole.
    var note: String? {
        guard start > 0 || next != nil else { return nil }
        let end = next ?? length
        return "Characters \(start) to \(end) of \(length)" + (next.map { "; for more: offset \($0)" } ?? "") + "."
    }
}
