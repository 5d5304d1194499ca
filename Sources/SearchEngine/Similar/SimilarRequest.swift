/// Which article to find others like, and which of them to give.
package struct SimilarRequest: Hashable, Sendable {
    /// The article's id.
    package var id: String
    /// How many hits to return.
    package var limit = 10
    /// How many hits to leave out before the first.
    package var offset = 0
    /// Whether each hit is to bring a piece of its text.
    package var wantsSnippets = true

    /// The ten articles most like one.
    package init(id: String) {
        self.id = id
    }
}
