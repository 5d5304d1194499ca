/// What an index holds.
package struct IndexStatistics: Hashable, Sendable {
    /// How many articles.
    package var articles: Int
    /// How many of them lie in the live database; the others are sealed.
    package var liveArticles: Int
    /// How many removed or replaced articles still lie in the sealed database, out of sight.
    package var removedArticles: Int
    /// The revision, which rises with every commit.
    package var revision: Int
    /// The number of the generation.
    package var generation: Int
    /// The version of the schema that the index was written with.
    package var schemaVersion: Int
    /// The index's folder.
    package var path: String
    /// Bytes of the generation on disk.
    package var bytes: Int
}
