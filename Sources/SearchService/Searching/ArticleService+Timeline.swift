package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// The maximum number of candidates checked against their text for a timeline, which needs all of them: two or
    /// three seconds.
    private static let checkedForTimeline = 20_000

    /// Counts the articles of a query over time.
    ///
    /// - Parameters:
    ///   - params: the query and the unit of time.
    ///   - encoding: the unit of the position in an error.
    ///   - origin: the origin of the request.
    /// - Returns: the buckets without a gap, and the number of articles that are in none.
    /// - Throws: `ProtocolError`; -32005 where the number of buckets is too large.
    package func timeline(
        _ params: TimelineParams, encoding: PositionEncoding = .utf8, from origin: RequestOrigin = .ownProcess
    ) async throws -> TimelineResult {
        let start = ContinuousClock.now
        var request = SearchRequest(query: params.query, today: options.today)
        request.limit = 0
        request.facets = [.day]
        request.checkedForTotal = ArticleService.checkedForTimeline
        request.matching = SearchRequest.Matching(params.match ?? .auto)
        request.published.first = try day(params.since, "since", for: .since).first
        request.published.last = try day(params.until, "until", for: .until).last
        let answer = try await answering(
            origin, reading: AskedQuery(text: params.query, encoding: encoding), within: params.deadlineMs
        ) { [request] reader, stop in
            try await reader.search(request, stop: stop)
        }
        let counts = answer.facets.first ?? FacetCounts(facet: .day, values: [], without: answer.total.value)
        let timeline = Timeline(counts, by: params.by)
        guard timeline.bucketCount <= options.limits.window else {
            throw ProtocolError(
                .tooLarge,
                "by: the articles lie \(timeline.bucketCount) \(timeline.unit.rawValue)s apart, more than "
                    + "\(options.limits.window); ask for longer buckets, or for less time with since and until")
        }
        return TimelineResult(
            by: timeline.unit, buckets: timeline.buckets, undated: counts.without, total: SearchTotal(answer.total),
            revision: answer.revision, tookMicroseconds: start.duration(to: .now).wholeMicroseconds)
    }
}
