import CivilTime
import Postings
import QueryLanguage
import SearchEngine
import SearchProtocol

extension ArticleService {
    /// The maximum number of candidates checked against their text when articles are counted by facets: some tenths of
    /// a second.
    static let checkedForFacets = 4_096

    /// Checks `limit` and `offset`, and returns the page that they specify.
    func page(_ limit: Int?, _ offset: Int?) throws(ProtocolError) -> (limit: Int, offset: Int) {
        let (limit, offset) = (limit ?? 10, offset ?? 0)
        for (value, name) in [(limit, "limit"), (offset, "offset")] where value < 0 {
            throw ProtocolError(.invalidParams, "\(name): expected a number from 0 on")
        }
        let (end, overflows) = limit.addingReportingOverflow(offset)
        guard !overflows, end <= options.limits.window else {
            throw ProtocolError(
                .tooLarge,
                "limit and offset together pass \(options.limits.window); narrow the query down by date or words")
        }
        return (limit, offset)
    }

    /// Parses a parameter that is a date.
    func day(_ text: String?, _ name: String, for use: DateExpression.Use) throws(ProtocolError) -> DayRange {
        guard let text else { return .always }
        do {
            return try DateExpression.days(of: text, for: use, today: options.today)
        } catch {
            throw ProtocolError(.invalidParams, "\(name): \(error.message); expected \(error.expected)")
        }
    }

    /// Runs a request on a reader once it is its turn, until the deadline or until the task is cancelled.
    ///
    /// - Parameters:
    ///   - origin: the origin of the request.
    ///   - kind: the kind of request.
    ///   - query: the query to which positions in errors refer.
    ///   - deadlineMs: the time limit including the time in the queue, in milliseconds; at most the configured limit,
    ///     which applies where it is nil.
    ///   - body: the work; the guard ends it when it takes too long.
    /// - Returns: the answer.
    /// - Throws: `ProtocolError`.
    func answering<Result: Sendable>(
        _ origin: RequestOrigin, as kind: ReadingKind = .search, reading query: AskedQuery? = nil,
        within deadlineMs: Int? = nil,
        _ body: @Sendable (ArticleReader, MatchGuard) async throws -> Result
    ) async throws -> Result {
        if let deadlineMs, deadlineMs <= 0 {
            throw ProtocolError(.invalidParams, "deadlineMs: expected a positive number of milliseconds")
        }
        try await requireTrust()
        let stop = MatchGuard(
            limit: .milliseconds(min(deadlineMs ?? options.limits.deadlineMs, options.limits.deadlineMs)))
        do {
            return try await withTaskCancellationHandler {
                try await readers.withReader(for: origin, as: kind, stop: stop) { try await body($0, stop) }
            } onCancel: {
                stop.cancel()
            }
        } catch let error as SearchError {
            throw ProtocolError(error, in: query)
        }
    }
}

extension Duration {
    /// The duration in whole microseconds, rounded down.
    var wholeMicroseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
}

extension SearchTotalRelation {
    /// Converts the exactness of a total.
    init(_ total: Total) { self = total.isExact ? .exact : .atLeast }
}

extension SearchRequest.Matching {
    /// Converts the protocol's rule for how many words must match.
    init(_ match: SearchMatch) {
        switch match {
        case .auto: self = .auto
        case .all: self = .all
        case .any: self = .any
        }
    }
}

extension Facet {
    /// Converts a facet from the protocol's form.
    init(_ facet: SearchFacet) {
        switch facet {
        case .year: self = .year
        case .month: self = .month
        case .source: self = .source
        case .author: self = .author
        }
    }
}
