/// The figures of an index.
package struct IndexStatistics: Hashable, Sendable {
    /// The number of articles.
    package var articles: Int
    /// The number of articles in the live database; the others are sealed.
    package var liveArticles: Int
    /// The number of removed or replaced articles that are still in the sealed database but hidden.
    package var removedArticles: Int
    /// The revision, which rises with every commit.
    package var revision: Int
    /// The number of the generation.
    package var generation: Int
    /// The number of articles whose day was computed for another time zone than the one asked about.
    package var articlesOfOtherTimeZone: Int
    /// The version of the schema that the index was written with.
    package var schemaVersion: Int
    /// The index's folder.
    package var path: String
    /// The size of the generation on disk, in bytes.
    package var bytes: Int
}
