import ArticleIndex
import CivilTime
import QueryLanguage
package import SearchProtocol
import Xapian

extension ArticleService {
    /// The answer to a search.
    ///
    /// - Parameters:
    ///   - params: what to look for.
    ///   - encoding: what the positions in the answer are counted in.
    /// - Returns: hits and total.
    /// - Throws: `ProtocolError`; -32800 when the task is cancelled while it runs.
    package func search(
        _ params: SearchParams, encoding: PositionEncoding = .utf8
    ) async throws -> SearchProtocol.SearchResult {
        let clock = ContinuousClock()
        let start = clock.now
        let request = try request(for: params)
        let deadline = min(params.deadlineMs ?? options.limits.deadlineMs, options.limits.deadlineMs)
        let stop = MatchGuard(limit: .milliseconds(deadline))
        let answer = try await withTaskCancellationHandler {
            try await answering { try await $0.search(request, stop: stop) }
        } onCancel: {
            stop.cancel()
        }
        // An answer without a suggestion is an answer still, so what goes wrong here is passed over.
        let suggestion = try? await replacement(for: request, having: answer, stop: stop)
        let took = start.duration(to: clock.now).components
        return SearchProtocol.SearchResult(
            hits: answer.hits.map { SearchHit($0, encoding: encoding) },
            total: SearchTotal(answer.total), suggestion: suggestion,
            explanation: answer.explanation.map { ExplainedQuery($0) }, revision: answer.revision,
            tookMicroseconds: Int(took.seconds) * 1_000_000 + Int(took.attoseconds / 1_000_000_000_000))
    }

    func request(for params: SearchParams) throws -> SearchRequest {
        var request = SearchRequest(query: params.query, today: options.today)
        request.limit = try natural(params.limit, "limit", default: request.limit)
        request.offset = try natural(params.offset, "offset", default: 0)
        let (end, overflows) = request.limit.addingReportingOverflow(request.offset)
        guard !overflows, end <= options.limits.window else {
            throw ProtocolError(
                .tooLarge,
                "limit and offset together pass \(options.limits.window); narrow the query down by date or words")
        }
        if let deadline = params.deadlineMs, deadline <= 0 {
            throw ProtocolError(.invalidParams, "deadlineMs: expected a positive number of milliseconds")
        }
        guard params.facets?.isEmpty ?? true else {
            throw ProtocolError(.invalidParams, "facets: this version counts no facets; leave them out")
        }
        switch params.sort ?? .relevance {
        case .relevance: request.order = .relevance
        case .newest: request.order = .newest
        case .oldest: request.order = .oldest
        }
        switch params.match ?? .auto {
        case .auto: request.matching = .auto
        case .all: request.matching = .all
        case .any: request.matching = .any
        }
        request.published.first = try day(params.since, "since", for: .since).first
        request.published.last = try day(params.until, "until", for: .until).last
        request.wantsSnippets = params.snippets ?? true
        request.wantsExplanation = params.explain ?? false
        request.isTyping = params.asYouType ?? false
        return request
    }

    private func natural(_ value: Int?, _ name: String, default standard: Int) throws -> Int {
        guard let value else { return standard }
        guard value >= 0 else { throw ProtocolError(.invalidParams, "\(name): expected a number from 0 on") }
        return value
    }

    private func day(_ text: String?, _ name: String, for use: DateExpression.Use) throws -> DayRange {
        guard let text else { return DayRange(first: nil, last: nil) }
        do {
            return try DateExpression.days(of: text, for: use, today: options.today)
        } catch {
            throw ProtocolError(.invalidParams, "\(name): \(error.message); expected \(error.expected)")
        }
    }
}
