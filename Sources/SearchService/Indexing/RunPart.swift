/// One of several requests that make up one indexing run.
package struct RunPart: Hashable, Sendable {
    /// The run's number.
    package var run: Int
    /// Whether no more parts follow.
    package var isLast: Bool

    /// Creates a part of a run.
    package init(run: Int, isLast: Bool) {
        self.run = run
        self.isLast = isLast
    }
}
