import IndexStorage
import Postings
import QueryPlanning
import Vietnamese
import Xapian

/// Finds the articles that are most similar to one article of the same database.
struct SimilarSearcher {
    /// The number of matches counted exactly before the total is given as "at least".
    private static let countedAtLeast = 10_000
    /// The number of terms that hits highlight: the most significant ones.
    private static let highlighted = 20

    let database: Database
    let request: SimilarRequest
    let stop: MatchGuard?

    /// Returns the page of hits and the total, without the article itself.
    ///
    /// - Throws: `SearchError.unknownArticle`, `XapianError`.
    func run() throws -> SearchResult {
        let own = TermPrefix.id.term(request.id)
        guard let document = try database.firstDocument(with: own) else {
            throw SearchError.unknownArticle(id: request.id)
        }
        let terms = try SignificantTerms(of: document, in: database, stop: stop)
        var enquire = Enquire(.andNot(terms.query, .term(own)))
        enquire.weighting = BM25.weighting
        let first = max(0, request.offset)
        let (end, overflows) = first.addingReportingOverflow(max(0, request.limit))
        // Weights are summed in a different order in a search of another length, so each starts at the first match.
        enquire.limit = overflows ? .max : end
        enquire.checkAtLeast = max(enquire.limit, SimilarSearcher.countedAtLeast)
        let matches = try enquire.matches(in: database, stopping: stop)

        let maker = HitMaker(
            plan: shown(terms), wantsSnippets: request.wantsSnippets, wantsExplanation: false, stop: stop)
        let hits = try matches.items.dropFirst(first).map { match in
            try stop?.check()
            let text = ArticleText(try database.article(match.document, reading: .text))
            let entry = RankedPage.Entry(document: match.document, weight: match.weight, share: match.weight)
            return try maker.hit(entry, text, missing: [])
        }
        return SearchResult(
            hits: hits, total: Total(value: matches.lowerBound, isExact: matches.isExact),
            revision: try database.indexRevision)
    }

    /// Returns a plan that matches nothing, and highlights what the articles have in common.
    private func shown(_ terms: SignificantTerms) -> QueryPlan {
        var plan = QueryPlan()
        for entry in terms.entries.prefix(SimilarSearcher.highlighted) {
            let key = entry.term.drop { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            plan.highlights.add(run: TypedSyllable.all(in: String(decoding: key, as: UTF8.self)), scope: .anywhere)
        }
        return plan
    }
}
