/// One of several requests that make up one indexing run.
package struct RunPart: Hashable, Sendable {
    /// Names the run.
    package var run: Int
    /// Whether no more parts follow.
    package var isLast: Bool

    /// A part of a run.
    package init(run: Int, isLast: Bool) {
        self.run = run
        self.isLast = isLast
    }
}
