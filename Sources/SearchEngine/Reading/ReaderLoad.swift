/// How busy the readers of an index are.
package struct ReaderLoad: Hashable, Sendable {
    /// The number of readers, including the one for typing and lookups.
    package var readers: Int
    /// The number of running requests.
    package var running: Int
    /// The number of requests that wait for a reader.
    package var waiting: Int
}
