internal import ArticleModel

/// Where a title begins in a file's text.
struct TitleStart {
    /// An index of the text.
    var index: String.Index
    /// Whether the title stands there verbatim.
    var isVerbatim = true

    /// The line and column in the file.
    func place(in decoded: DecodedText) -> TitlePlace {
        let place = decoded.place(of: index)
        return TitlePlace(line: place.line, column: place.column, isVerbatim: isVerbatim)
    }
}
