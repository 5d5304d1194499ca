import SearchProtocol
import SearchService

/// A request that takes as long as any valid request can.
struct HardRequest: CustomStringConvertible {
    /// The reason why it is expensive.
    enum Kind: String, CaseIterable {
        case anyOfMany = "any of 250 words"
        case allOfMany = "all of 250 words"
        case beginning = "one beginning"
        case manyBeginnings = "100 beginnings"
        case nestedExclusions = "nested exclusions"
        case longPhrase = "long phrase"
        case phrases = "80 phrases"
        case near = "words near others"
        case manyHits = "10,000 hits"
        case facets = "facets of a beginning"
        case fieldBeginnings = "beginnings of fields"
        case newest = "newest first"
        case timeline = "timeline of a phrase"
        case typedLetter = "typing a letter"
        case typedWords = "typing a long query"
        case suggestion = "suggestions"
        case firstSuggestion = "the first suggestions"
        case similar = "similar articles"
        case explanation = "explanation"
        case random = "random grammar"
    }

    let kind: Kind
    let query: String
    let variant: Int

    var description: String { "\(kind.rawValue): \(query)" }

    /// Has the service answer the request, up to the bytes to be sent.
    ///
    /// - Throws: the errors of the service.
    func answer(by service: ArticleService) async throws -> Int {
        switch kind {
        case .suggestion, .firstSuggestion:
            return try await service.suggest(SuggestParams(query: query)).json.count
        case .timeline: return try await service.timeline(TimelineParams(query: query)).json.count
        case .similar: return try await service.similar(SimilarParams(id: query, limit: 100)).json.count
        case .explanation: return try await service.explain(ExplainParams(query: query)).json.count
        default:
            let answer = try await service.search(params)
            try Task.checkCancellation()
            return answer.json.count
        }
    }

    private var params: SearchParams {
        var params = SearchParams(query: query)
        switch kind {
        case .manyHits: (params.limit, params.match) = (10_000, .any)
        case .facets: params.facets = SearchFacet.allCases
        case .newest: (params.sort, params.limit, params.match) = (.newest, 1_000, .any)
        case .typedLetter, .typedWords: params.asYouType = true
        case .random:
            params.match = SearchMatch.allCases[variant % SearchMatch.allCases.count]
            params.asYouType = variant % 5 == 0
            if variant % 3 == 0 { params.facets = SearchFacet.allCases }
            if variant % 7 == 0 { params.limit = 1_000 }
        default: break
        }
        return params
    }
}
