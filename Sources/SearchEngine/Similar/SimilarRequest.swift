/// A request for articles similar to a given one.
package struct SimilarRequest: Hashable, Sendable {
    /// The article's id.
    package var id: String
    /// The number of hits to return.
    package var limit = 10
    /// The number of hits to skip.
    package var offset = 0
    /// Whether each hit includes a snippet of its text.
    package var wantsSnippets = true

    /// Creates a request for the ten articles most similar to one.
    package init(id: String) {
        self.id = id
    }
}
