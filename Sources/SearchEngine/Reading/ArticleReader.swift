package import ArticleModel
package import IndexStorage
package import Postings
import QueryLanguage
package import QueryPlanning
package import Xapian
import XapianGlass

/// One reader of an index, on a thread of its own, always at the newest commit.
///
/// ```swift
/// let reader = ArticleReader(folder: IndexFolder(path: folder))
/// let request = SearchRequest(query: "cau moi", today: Day(number: 16_513))
/// let hits = try await reader.search(request).hits
/// ```
package actor ArticleReader {
    private let folder: IndexFolder
    private let executor: ThreadExecutor
    private let lexicon: SharedLexicon
    private let postings: SharedPostings
    private let barrier: CommitBarrier
    private let readsTables: Bool
    /// What the reader is at.
    nonisolated let activity: ReaderActivity
    private var open: Opened?
    /// The number of times that commits invalidated an operation's snapshot, so that it started again.
    private(set) var overtakings = 0

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// An open generation.
    private struct Opened {
        let generation: Int
        let database: Database
        let sealed: SealedPostings?
    }

    /// Creates a reader of an index, which is opened with the first request.
    ///
    /// - Parameters:
    ///   - folder: the index.
    ///   - lexicon: the lexicon that the readers of one index share.
    ///   - postings: the posting lists that they share.
    ///   - readsTables: whether posting lists of sealed tables are read without libxapian.
    package init(
        folder: IndexFolder, lexicon: SharedLexicon = SharedLexicon(), postings: SharedPostings = SharedPostings(),
        readsTables: Bool = DirectTables.areTested
    ) {
        self.folder = folder
        self.readsTables = readsTables
        self.lexicon = lexicon
        self.postings = postings
        barrier = CommitBarrier(folder)
        let executor = ThreadExecutor(name: "tracuu-reader")
        self.executor = executor
        activity = ReaderActivity { [weak executor] in executor?.computingTime }
    }

    /// Does nothing, on the reader's thread; its return shows that the thread is not stuck.
    package func answer() {}

    /// Runs a search.
    ///
    /// - Parameters:
    ///   - request: the search.
    ///   - stop: ends the search early when it is cancelled or its time is up.
    /// - Returns: the page of hits and the total.
    /// - Throws: `SearchError`.
    package func search(_ request: SearchRequest, stop: MatchGuard? = nil) throws(SearchError) -> SearchResult {
        try reading(stop: stop) { database, generation in
            do {
                let searcher = try searcher(request, database, generation: generation, stop: stop)
                var result = try searcher.run()
                result.ranking?.generation = generation
                return result
            } catch let error as QueryError where request.isTyping && error.isEmptyQuery {
                // Before the first word there is nothing to search for yet, and nothing is wrong.
                return SearchResult(nothingAt: try database.indexRevision)
            }
        }
    }

    private func searcher(
        _ request: SearchRequest, _ database: Database, generation: Int, stop: MatchGuard?
    ) throws -> Searcher {
        let lexicon = request.isTyping ? try lexicon.lexicon(of: database, generation: generation, stop: stop) : nil
        return try Searcher(
            request, database: database, lexicon: lexicon,
            memory: PostingMemory(shared: postings, generation: generation, sealed: open?.sealed), stop: stop)
    }

    /// Returns a further page of a search whose first page was read from an earlier revision, or from this one.
    ///
    /// - Parameters:
    ///   - request: the search, as for the first page, and the page.
    ///   - revision: the revision of the first page.
    ///   - kept: the ranking of that revision, if it is known.
    ///   - stop: ends the search early when it is cancelled or its time is up.
    /// - Returns: the page: from the kept ranking if that covers it, otherwise from the index if that has not changed.
    /// - Throws: `SearchError`; `.snapshotExpired` if neither is possible.
    package func search(
        _ request: SearchRequest, at revision: Int, from kept: KeptRanking?, stop: MatchGuard? = nil
    ) throws(SearchError) -> SearchResult {
        try reading(stop: stop) { database, generation in
            let isOfGeneration = kept.map { $0.generation == generation } ?? true
            let searcher = try searcher(request, database, generation: generation, stop: stop)
            if let kept, isOfGeneration, kept.covers(request) { return try searcher.page(of: kept) }
            guard isOfGeneration, try database.indexRevision == revision else {
                throw SearchError.snapshotExpired(revision: revision)
            }
            var result = try searcher.run()
            result.ranking?.generation = generation
            return result
        }
    }

    /// Finds the articles that are most similar to one article.
    ///
    /// - Parameters:
    ///   - request: the article and the page.
    ///   - stop: ends the search early when it is cancelled or its time is up.
    /// - Returns: the page of hits, and the number of articles that have anything in common with it.
    /// - Throws: `SearchError`; `.unknownArticle` if there is no such article.
    package func similar(_ request: SimilarRequest, stop: MatchGuard? = nil) throws(SearchError) -> SearchResult {
        try reading(stop: stop) { database, _ in
            try SimilarSearcher(database: database, request: request, stop: stop).run()
        }
    }

    /// Reads the lexicon that suggestions and searches while typing need, so that the first of them does not wait.
    ///
    /// - Parameter stop: ends the reading early when it is cancelled or its time is up.
    /// - Throws: `SearchError`.
    package func readLexicon(stop: MatchGuard? = nil) throws(SearchError) {
        try reading(stop: stop) { database, generation in
            try lexicon.renew(from: database, generation: generation, stop: stop)
        }
    }

    /// Returns queries that may be meant by what is typed so far.
    ///
    /// - Parameters:
    ///   - query: the text typed.
    ///   - limit: the maximum number of suggestions.
    ///   - stop: ends the work early when it is cancelled or its time is up.
    /// - Returns: the queries, the likeliest first.
    /// - Throws: `SearchError`.
    package func suggestions(
        for query: String, limit: Int, stop: MatchGuard? = nil
    ) throws(SearchError) -> Suggestions {
        try reading(stop: stop) { database, generation in
            let suggester = Suggester(
                database: database, lexicon: try lexicon.lexicon(of: database, generation: generation, stop: stop),
                stop: stop)
            return Suggestions(
                suggestions: try suggester.suggestions(for: query, limit: limit),
                revision: try database.indexRevision)
        }
    }

    /// Returns the few queries that may be meant by one that finds little, the likeliest first.
    ///
    /// - Throws: `SearchError`.
    package func replacements(for query: String, stop: MatchGuard? = nil) throws(SearchError) -> [Suggestion] {
        try reading(stop: stop) { database, generation in
            let lexicon = try lexicon.lexicon(of: database, generation: generation, stop: stop)
            return try Suggester(database: database, lexicon: lexicon, stop: stop).replacements(for: query)
        }
    }

    /// Returns the article with this id, or nil.
    ///
    /// - Parameters:
    ///   - id: the article's id.
    ///   - stop: ends the work early when it is cancelled or its time is up.
    /// - Returns: the article.
    /// - Throws: `SearchError`.
    package func article(id: String, stop: MatchGuard? = nil) throws(SearchError) -> Article? {
        try reading(stop: stop) { database, _ in
            guard let document = try database.firstDocument(with: TermPrefix.id.term(id)) else { return nil }
            return try database.articleIfPresent(document)
        }
    }

    /// Returns the current figures of the index.
    ///
    /// - Parameters:
    ///   - timeZoneOffset: how many seconds the archive's local time is ahead of UTC; nil to count no articles of other
    ///     time zones.
    ///   - stop: ends the work early when it is cancelled or its time is up.
    /// - Returns: the index's figures.
    /// - Throws: `SearchError`.
    package func statistics(
        timeZoneOffset: Int? = nil, stop: MatchGuard? = nil
    ) throws(SearchError) -> IndexStatistics {
        try reading(stop: stop) { database, generation in
            IndexStatistics(
                articles: try database.documentCount, liveArticles: try database.firstDatabaseDocumentCount,
                removedArticles: database.hiddenCount, revision: try database.indexRevision,
                generation: generation,
                articlesOfOtherTimeZone: try timeZoneOffset.map { try DateTerms.articles(notAt: $0, in: database) }
                    ?? 0,
                schemaVersion: SchemaVersion.current, path: folder.name, bytes: folder.bytes())
        }
    }

    /// Closes the files of a generation that is no longer current.
    package func closeStaleSnapshots() {
        if let open, (try? folder.currentGeneration()) != open.generation { self.open = nil }
    }

    /// The maximum number of attempts at one operation that only its guard would end.
    private static let mostAttempts = 100

    /// Runs an operation on the newest commit, and repeats it if commits invalidate its snapshot; commits then wait.
    package func reading<Result>(
        stop: MatchGuard?, _ body: (Database, Int) throws -> Result
    ) throws(SearchError) -> Result {
        activity.begin(stop)
        defer { activity.end() }
        var attempt = 1
        var holdsCommitsBack = false
        defer { if holdsCommitsBack { barrier.release() } }
        while true {
            let tried = try? folder.currentGeneration()
            do {
                try stop?.check()
                let current = try newest()
                return try body(current.database, current.generation)
            } catch let error as SearchError {
                throw error
            } catch let error as IndexError {
                throw .index(error)
            } catch let error as QueryError {
                throw .query(error)
            } catch let error as XapianError {
                switch error.kind {
                case .databaseModified where attempt < ArticleReader.mostAttempts:
                    // While commits wait, no snapshot can expire, so what looks like it is damage.
                    if holdsCommitsBack, let open, (try? open.database.reopen()) == false {
                        self.open = nil
                        throw .index(.damaged(path: folder.path, reason: error.message))
                    }
                    overtakings += 1
                    if !holdsCommitsBack { holdsCommitsBack = try holdCommitsBack(stop: stop) }
                    attempt += 1
                // A rebuild deletes the old generation once the pointer names the new one.
                case _ where attempt < ArticleReader.mostAttempts && wasReplaced(tried):
                    attempt += 1
                case .cancelled, .deadline:
                    throw error.kind == .cancelled ? .cancelled : .deadlinePassed
                default:
                    open = nil
                    throw .index(folder.explained(error))
                }
            } catch {
                throw .index(.fileSystem(path: folder.path, reason: String(describing: error)))
            }
        }
    }

    private func holdCommitsBack(stop: MatchGuard?) throws(SearchError) -> Bool {
        do {
            return try barrier.hold(stop: stop)
        } catch {
            throw error.kind == .deadline ? .deadlinePassed : .cancelled
        }
    }

    /// Returns whether another generation has become the current one.
    private func wasReplaced(_ generation: Int?) -> Bool {
        guard let current = try? folder.currentGeneration() else { return false }
        return current != generation
    }

    /// Returns the current generation at its newest commit.
    private func newest() throws -> Opened {
        guard let present = try folder.presentGeneration() else {
            open = nil
            throw IndexError.missing(path: folder.path)
        }
        if let open, open.generation == present.number {
            try open.database.reopenGeneration()
            return open
        }
        let database = try present.open()
        try SchemaVersion.check(database, path: folder.path)
        // If the table cannot be read directly, the database reads it or reports why not.
        let sealed = readsTables && present.hasSealed ? try? SealedPostings(folder: present.sealedPath) : nil
        let opened = Opened(generation: present.number, database: database, sealed: sealed)
        open = opened
        return opened
    }
}
