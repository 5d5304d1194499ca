/// How many articles match.
///
/// In `auto` matching these are the articles with every word; where there are none, those with some.
package struct Total: Hashable, Sendable {
    /// The number of articles.
    package var value: Int
    /// Whether the number is exact; otherwise there are at least so many.
    package var isExact: Bool

    /// So many articles, exactly or at least.
    package init(value: Int, isExact: Bool) {
        self.value = value
        self.isExact = isExact
    }
}
