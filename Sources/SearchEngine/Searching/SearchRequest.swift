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

    /// How many of the query's words an article has to have.
    package enum Matching: String, Hashable, Sendable, CaseIterable {
        /// Every word; where these articles do not fill the page, then those that lack some.
        case auto
        /// Every word.
        case all
        /// At least one word.
        case any
    }

    /// How many articles are counted at most, unless by facets.
    package static let mostCounted = 10_000

    /// What was typed.
    package var query: String
    /// How many hits to return.
    package var limit = 10
    /// How many hits to leave out before the first.
    package var offset = 0
    /// The order of the hits.
    package var order = Order.relevance
    /// How many of the words an article has to have.
    package var matching = Matching.auto
    /// Only articles published on these days; all, dated or not, where both ends are open.
    package var published = DayRange.always
    /// What to count all articles of the answer by.
    package var facets: [Facet] = []
    /// How many articles are counted before the total is given as "at least".
    package var countTo = SearchRequest.mostCounted
    /// How many candidates are checked against their text for total and facets, beyond what the page needs.
    package var checkedForTotal = 256
    /// Only the article with this id, where it is one of those that match.
    package var article: String?
    /// Whether each hit is to bring a piece of its text.
    package var wantsSnippets = true
    /// Whether to say how the query was understood and why each hit stands where it does.
    package var wantsExplanation = false
    /// Whether the last word is still being typed.
    package var isTyping = false
    /// The day that relative dates count from, in the archive's local time.
    package var today: Day

    /// A search with the defaults.
    package init(query: String, today: Day) {
        self.query = query
        self.today = today
    }

    /// The positions of the hits asked for, counted from 0.
    package var positions: Range<Int> {
        let first = max(0, offset)
        let (end, overflows) = first.addingReportingOverflow(max(0, limit))
        return first..<(overflows ? Int.max : end)
    }
}
