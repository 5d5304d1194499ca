import SearchEngine
import Synchronization

/// The rankings of recent searches, so that later pages use the ranking of the first page.
///
/// Bounded by the number of searches and by `KeptRanking.longest`, to about one megabyte.
final class RecentRankings: Sendable {
    /// The maximum number of searches kept.
    static let most = 64

    private struct Key: Hashable {
        let request: SearchRequest
        let revision: Int

        /// The key of a search, independent of its page and of what is shown of its hits.
        init(_ request: SearchRequest, _ revision: Int) {
            var whole = request
            (whole.offset, whole.limit, whole.wantsSnippets, whole.wantsExplanation) = (0, 0, true, false)
            (whole.facets, whole.checkedForTotal) = ([], 0)
            self.request = whole
            self.revision = revision
        }
    }

    /// The rankings from the least to the most recently used.
    private let kept = Mutex<[(key: Key, ranking: KeptRanking)]>([])

    /// The ranking of a search at a revision, or nil where it is no longer kept.
    func ranking(of request: SearchRequest, at revision: Int) -> KeptRanking? {
        let key = Key(request, revision)
        return kept.withLock { kept in
            guard let index = kept.firstIndex(where: { $0.key == key }) else { return nil }
            let entry = kept.remove(at: index)
            kept.append(entry)
            return entry.ranking
        }
    }

    /// Keeps the ranking of a search, unless the known one is as complete.
    func keep(_ ranking: KeptRanking, of request: SearchRequest) {
        let key = Key(request, ranking.revision)
        kept.withLock { kept in
            var ranking = ranking
            if let index = kept.firstIndex(where: { $0.key == key }) {
                ranking = RecentRankings.better(kept.remove(at: index).ranking, ranking)
            }
            if kept.count >= RecentRankings.most { kept.removeFirst() }
            kept.append((key, ranking))
        }
    }

    /// The ranking that has more hits, with the counts of both.
    private static func better(_ known: KeptRanking, _ new: KeptRanking) -> KeptRanking {
        guard known.generation == new.generation else { return new }
        var (better, other) = (known, new)
        if !known.isWhole, new.isWhole || new.documents.count > known.documents.count { swap(&better, &other) }
        if better.facets.count < other.facets.count { (better.facets, better.total) = (other.facets, other.total) }
        return better
    }
}
