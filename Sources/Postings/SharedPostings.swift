import Synchronization
package import Xapian

/// The posting lists that searches ask for, kept in memory for one revision of the index.
///
/// Reading a list of the live database takes longer than one search needs of it. A list is therefore read once its term
/// has been asked for often enough to justify the cost. Sealed lists are read whole, as a rule immediately. An index
/// that is mostly live and changes all the time is searched without this cache. At most a fixed number of bytes is
/// kept; the least recently used lists are evicted first.
package final class SharedPostings: Sendable {
    /// The maximum number of bytes of postings that are kept.
    static let mostBytes = 128 << 20
    /// The maximum that one search reads, in postings that are read one by one.
    private static let readAtOnce = 200_000

    private typealias Key = [[UInt8]]

    private struct Entry {
        let list: PostingList
        var lastUse: Int
    }

    private struct State {
        var generation = 0
        var revision: UInt64 = 0
        var searches = 0
        var norms: DocumentNorms?
        var entries: [Key: Entry] = [:]
        var uses: [Key: Int] = [:]
        var bytes = 0
    }

    private let state = Mutex(State())
    private let postingsWorth: Int
    private let documentsWorth: Int

    /// Creates an empty cache.
    ///
    /// - Parameters:
    ///   - postingsWorth: how many postings, read one by one, a term may have for each time that it was asked for.
    ///   - documentsWorth: how many documents' lengths may be read for each search.
    package init(postingsWorth: Int = 20_000, documentsWorth: Int = 500_000) {
        self.postingsWorth = postingsWorth
        self.documentsWorth = documentsWorth
    }

    /// The posting lists of terms.
    package struct Found {
        /// One list for each requested term.
        package let lists: [PostingList]
        /// The norms of the documents.
        let norms: DocumentNorms
    }

    /// Returns the posting lists of some terms, or nil while reading them is not yet worth it.
    ///
    /// - Parameters:
    ///   - terms: the terms.
    ///   - source: the current index.
    ///   - generation: the generation that it belongs to.
    ///   - stop: a guard that ends the reading early.
    /// - Returns: the posting lists.
    /// - Throws: `XapianError`.
    package func postings(
        of terms: [MatchTerm], in source: PostingSource, generation: Int, stop: MatchGuard?
    ) throws(XapianError) -> Found? {
        let database = source.database
        let revision = try database.revision
        guard let (known, searches) = begin(terms, generation, revision) else { return nil }
        let documents = try database.documentCount
        guard known.norms != nil || documents <= searches * documentsWorth else { return nil }
        // Windows cover every number: where few are in use, or damage makes it seem so, the database is asked.
        guard try Int(database.lastDocumentID) <= SharedPostings.mostNumbers(for: documents) else { return nil }
        var missing: [Int] = []
        var unread = 0
        for (place, list) in known.lists.enumerated() where list.list == nil {
            var postings = 0
            for term in terms[place].terms { postings += try database.frequency(of: term) }
            let cost = try source.cost(of: postings)
            unread += cost
            guard cost <= list.uses * postingsWorth, unread <= SharedPostings.readAtOnce else { return nil }
            missing.append(place)
        }
        let norms: DocumentNorms
        if let read = known.norms {
            norms = read
        } else {
            norms = try DocumentNorms(source, stop: stop)
        }
        var lists = known.lists.map(\.list)
        for place in missing {
            try stop?.check()
            lists[place] = try SharedPostings.read(terms[place].terms, in: source, norms)
        }
        let found = lists.compactMap { $0 }
        keep(found, of: terms, norms, generation, revision)
        return Found(lists: found, norms: norms)
    }

    /// Returns the highest number that any of the given number of documents may have.
    private static func mostNumbers(for documents: Int) -> Int { 1_000_000 + 50 * documents }

    /// Returns what is known of some terms and counts one more use of each; nil for a revision that has passed.
    private func begin(
        _ terms: [MatchTerm], _ generation: Int, _ revision: UInt64
    ) -> (known: (lists: [(list: PostingList?, uses: Int)], norms: DocumentNorms?), searches: Int)? {
        state.withLock { state in
            if state.generation != generation || state.revision != revision {
                guard generation > state.generation || generation == state.generation && revision > state.revision
                else {
                    return nil
                }
                state = State(generation: generation, revision: revision)
            }
            state.searches += 1
            let lists = terms.map { term -> (PostingList?, Int) in
                if let entry = state.entries[term.terms] {
                    state.entries[term.terms]?.lastUse = state.searches
                    return (entry.list, 0)
                }
                state.uses[term.terms, default: 0] += 1
                return (nil, state.uses[term.terms] ?? 0)
            }
            return ((lists, state.norms), state.searches)
        }
    }

    private func keep(
        _ lists: [PostingList], of terms: [MatchTerm], _ norms: DocumentNorms, _ generation: Int, _ revision: UInt64
    ) {
        state.withLock { state in
            guard state.generation == generation, state.revision == revision else { return }
            state.norms = norms
            for (term, list) in zip(terms, lists) where state.entries[term.terms] == nil {
                state.entries[term.terms] = Entry(list: list, lastUse: state.searches)
                state.uses[term.terms] = nil
                state.bytes += list.size
            }
            guard state.bytes > SharedPostings.mostBytes else { return }
            for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
                guard state.bytes > SharedPostings.mostBytes / 2 else { break }
                state.entries[key] = nil
                state.bytes -= entry.list.size
            }
        }
    }

    private static func read(
        _ terms: [[UInt8]], in source: PostingSource, _ norms: DocumentNorms
    ) throws(XapianError) -> PostingList {
        var postings: [Posting] = []
        var frequencies: [Int] = []
        for term in terms {
            var read = try source.postings(of: term)
            frequencies.append(read.count)
            if !read.allSatisfy({ norms.contains($0.document) }) { read.removeAll { !norms.contains($0.document) } }
            postings = PostingList.merging(postings, read)
        }
        return PostingList(postings, documentFrequency: united(frequencies, of: norms.documents), norms: norms)
    }

    /// Estimates in how many documents either of two terms occurs, assuming independence as Xapian does.
    private static func united(_ frequencies: [Int], of documents: Int) -> Int {
        guard frequencies.count == 2, documents > 0 else { return frequencies.first ?? 0 }
        let (left, right) = (Double(frequencies[0]) / Double(documents), Double(frequencies[1]) / Double(documents))
        return Int((left + right - left * right) * Double(documents) + 0.5)
    }
}
