/// The number of articles that match.
///
/// In `auto` matching these are the articles with every word or, if there are none, those with some.
package struct Total: Hashable, Sendable {
    /// The number of articles.
    package var value: Int
    /// Whether the number is exact; otherwise it is a lower bound.
    package var isExact: Bool

    /// Creates a number of articles, exact or a lower bound.
    package init(value: Int, isExact: Bool) {
        self.value = value
        self.isExact = isExact
    }
}
