/// One query, the same for every engine.
struct Question: Hashable {
    let kind: QueryKind
    /// The words in lower case.
    ///
    /// In a kind without marks they have none; in a kind for typing the last one is a single letter.
    let words: [String]
    /// The article that the words are from.
    let source: String
    /// The year of matching articles; nil for any.
    let year: Int?

    /// The words with spaces between.
    var text: String { words.joined(separator: " ") }
}
