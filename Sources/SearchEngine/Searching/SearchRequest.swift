package import CivilTime

/// One ranked search, as the index understands it.
package struct SearchRequest: Hashable, Sendable {
    /// The order of the hits.
    package enum Order: String, Hashable, Sendable, CaseIterable {
        /// Best match first.
        case relevance
        /// Latest publication first, undated articles last.
        case newest
        /// Earliest publication first, undated articles last.
        case oldest
    }

    /// How many of the query's words an article must have.
    package enum Matching: String, Hashable, Sendable, CaseIterable {
        /// Every word; if these articles do not fill the page, those that lack some words follow.
        case auto
        /// Every word.
        case all
        /// At least one word.
        case any
    }

    /// The maximum number of articles counted, unless by facets.
    package static let mostCounted = 10_000

    /// The query as typed.
    package var query: String
    /// The number of hits to return.
    package var limit = 10
    /// The number of hits to skip.
    package var offset = 0
    /// The order of the hits.
    package var order = Order.relevance
    /// How many of the query's words an article must have.
    package var matching = Matching.auto
    /// The days of publication to which hits are restricted; all articles, dated or not, if both ends are open.
    package var published = DayRange.always
    /// The facets by which all articles of the answer are counted.
    package var facets: [Facet] = []
    /// The number of articles counted before the total is given as "at least".
    package var countTo = SearchRequest.mostCounted
    /// The number of candidates checked against their text for total and facets, beyond those that the page needs.
    package var checkedForTotal = 256
    /// The id of the only article to return, if it matches.
    package var article: String?
    /// Whether each hit includes a snippet of its text.
    package var wantsSnippets = true
    /// Whether to explain how the query was understood and why each hit has its rank.
    package var wantsExplanation = false
    /// Whether the last word is still being typed.
    package var isTyping = false
    /// The day from which relative dates are counted, in the archive's local time.
    package var today: Day

    /// Creates a search with the defaults.
    package init(query: String, today: Day) {
        self.query = query
        self.today = today
    }

    /// The positions of the requested hits, counted from 0.
    package var positions: Range<Int> {
        let first = max(0, offset)
        let (end, overflows) = first.addingReportingOverflow(max(0, limit))
        return first..<(overflows ? Int.max : end)
    }
}
