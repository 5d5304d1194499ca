/// One query, as every engine is asked it.
struct Question: Hashable {
    let kind: QueryKind
    /// The words in small letters; of a kind without marks they have none, and the last one is a letter while typing.
    let words: [String]
    /// The article that the words stand in.
    let source: String
    /// The year that the article has to be of; nil for any.
    let year: Int?

    /// The words with spaces between.
    var text: String { words.joined(separator: " ") }
}
