package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// The maximum number of suggestions for one request.
    private static let mostSuggestions = 50

    /// Suggests queries for the text typed so far.
    ///
    /// - Parameters:
    ///   - params: the text typed so far.
    ///   - origin: the origin of the request; newer suggestions supersede older ones.
    /// - Returns: the suggestions, the likeliest first.
    /// - Throws: `ProtocolError`; -32800 when the task is cancelled while it runs.
    package func suggest(
        _ params: SuggestParams, from origin: RequestOrigin = .ownProcess
    ) async throws -> SuggestResult {
        let start = ContinuousClock.now
        let limit = params.limit ?? 10
        guard (0...ArticleService.mostSuggestions).contains(limit) else {
            throw ProtocolError(
                .invalidParams, "limit: expected a number from 0 to \(ArticleService.mostSuggestions)")
        }
        let answer = try await answering(origin, as: .typing(.suggestions)) { reader, stop in
            try await reader.suggestions(for: params.query, limit: limit, stop: stop)
        }
        renewLexiconIfOutdated()
        return SuggestResult(
            suggestions: answer.suggestions.map {
                QuerySuggestion(
                    query: $0.query, kind: SuggestionKind($0.kind),
                    maximumDocumentFrequency: $0.maximumDocumentFrequency)
            },
            revision: answer.revision,
            tookMicroseconds: start.duration(to: .now).wholeMicroseconds)
    }

    /// Prepares the data that the first suggestion needs; an index that cannot be read is reported by the first search.
    package func warmUp() async {
        _ = try? await answering(.ownProcess) { reader, stop in try await reader.readLexicon(stop: stop) }
    }

    /// Reloads the syllables in the background, after an answer that used outdated ones.
    func renewLexiconIfOutdated() {
        if readers.hasOutdatedLexicon { Task { await warmUp() } }
    }

    /// Returns the likely intended query where the query as typed finds nothing or hardly anything.
    ///
    /// Another query is offered only where a search for all of its words finds more.
    ///
    /// - Parameters:
    ///   - request: the search as asked.
    ///   - found: the answer to it.
    ///   - reader: the reader that found it.
    ///   - stop: ends the work early.
    /// - Returns: another query and the reason, or nil.
    /// - Throws: `SearchError`.
    static func replacement(
        for request: SearchRequest, having found: SearchEngine.SearchResult, by reader: ArticleReader, stop: MatchGuard
    ) async throws(SearchError) -> SearchSuggestion? {
        let complete = found.hits.count { $0.missing.isEmpty }
        guard !request.isTyping, request.offset == 0, request.limit > 0, complete < min(3, request.limit),
            complete < found.hits.count || found.total.value < 3
        else { return nil }
        var trial = request
        trial.matching = .all
        trial.limit = 3
        trial.facets = []
        trial.wantsSnippets = false
        trial.wantsExplanation = false
        for meant in try await reader.replacements(for: request.query, stop: stop) where meant.query != request.query {
            trial.query = meant.query
            guard try await reader.search(trial, stop: stop).hits.count > complete else { continue }
            return SearchSuggestion(query: meant.query, reason: meant.kind.reason)
        }
        return nil
    }
}

extension SuggestionKind {
    /// Converts a kind to the protocol's form.
    init(_ kind: Suggestion.Kind) {
        switch kind {
        case .completion: self = .completion
        case .marks: self = .marks
        case .correction, .field, .fieldName: self = .correction
        case .inputMethod: self = .inputMethod
        }
    }
}

extension Suggestion.Kind {
    /// Why the query as typed may not be what is meant.
    fileprivate var reason: String {
        switch self {
        case .inputMethod: "typed in Telex or VNI without an input method"
        case .field: "a field's value stands right behind its colon"
        case .fieldName: "no field has the name before the colon"
        case .completion, .marks, .correction: "hardly any article has a word as typed"
        }
    }
}
