/// How busy the readers of an index are.
package struct ReaderLoad: Hashable, Sendable {
    /// How many readers there are, the one for typing and lookups included.
    package var readers: Int
    /// How many requests run.
    package var running: Int
    /// How many requests wait for a reader.
    package var waiting: Int
}
