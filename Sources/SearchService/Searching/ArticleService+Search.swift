import CivilTime
import QueryLanguage
package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// Answers a search.
    ///
    /// - Parameters:
    ///   - params: the search.
    ///   - encoding: the unit of positions in the answer.
    ///   - origin: the origin of the request; a newer search while typing supersedes an older one.
    /// - Returns: hits and total.
    /// - Throws: `ProtocolError`; -32800 when the task is cancelled while it runs.
    package func search(
        _ params: SearchParams, encoding: PositionEncoding = .utf8, from origin: RequestOrigin = .ownProcess
    ) async throws -> SearchProtocol.SearchResult {
        let start = ContinuousClock.now
        let request = try request(for: params)
        let kept = params.revision.flatMap { rankings.ranking(of: request, at: $0) }
        let kind: ReadingKind = request.isTyping ? .typing(.search) : .search
        let query = AskedQuery(text: params.query, encoding: encoding)
        let (answer, suggestion) = try await answering(
            origin, as: kind, reading: query, within: params.deadlineMs
        ) { reader, stop in
            try await ArticleService.answer(to: request, at: params.revision, kept, by: reader, stop: stop)
        }
        if request.isTyping { renewLexiconIfOutdated() }
        // A query that is still being typed is searched again at each keystroke, and never paged through.
        if let ranking = answer.ranking, !request.isTyping { rankings.keep(ranking, of: request) }
        return SearchProtocol.SearchResult(
            hits: try [SearchHit](answer.hits, encoding: encoding), total: SearchTotal(answer.total),
            facets: request.facets.isEmpty ? nil : FacetListing.counts(answer.facets),
            facetRest: request.facets.isEmpty ? nil : FacetListing.rest(answer.facets, total: answer.total),
            suggestion: suggestion,
            explanation: answer.explanation.map { ExplainedQuery($0) }, revision: answer.revision,
            tookMicroseconds: start.duration(to: .now).wholeMicroseconds)
    }

    /// Returns the requested page and, with the first one, an alternative query.
    private static func answer(
        to request: SearchRequest, at revision: Int?, _ kept: KeptRanking?, by reader: ArticleReader, stop: MatchGuard
    ) async throws -> (SearchEngine.SearchResult, SearchSuggestion?) {
        if let revision {
            return (try await reader.search(request, at: revision, from: kept, stop: stop), nil)
        }
        let answer = try await reader.search(request, stop: stop)
        // An answer without a suggestion is still an answer, so errors here are ignored.
        let meant = try? await replacement(for: request, having: answer, by: reader, stop: stop)
        return (answer, meant)
    }

    func request(for params: SearchParams) throws -> SearchRequest {
        var request = SearchRequest(query: params.query, today: options.today)
        (request.limit, request.offset) = try page(params.limit, params.offset)
        if let countTo = params.countTo {
            guard countTo >= 0 else { throw ProtocolError(.invalidParams, "countTo: expected a number from 0 on") }
            request.countTo = min(countTo, SearchRequest.mostCounted)
        }
        if let facets = params.facets, !facets.isEmpty {
            request.facets = facets.reduce(into: []) { if !$0.contains(Facet($1)) { $0.append(Facet($1)) } }
            request.checkedForTotal = ArticleService.checkedForFacets
        }
        switch params.sort ?? .relevance {
        case .relevance: request.order = .relevance
        case .newest: request.order = .newest
        case .oldest: request.order = .oldest
        }
        request.matching = SearchRequest.Matching(params.match ?? .auto)
        request.published.first = try day(params.since, "since", for: .since).first
        request.published.last = try day(params.until, "until", for: .until).last
        request.wantsSnippets = params.snippets ?? true
        request.wantsExplanation = params.explain ?? false
        request.isTyping = params.asYouType ?? false
        return request
    }
}
