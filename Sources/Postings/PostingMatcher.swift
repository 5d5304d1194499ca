package import Xapian

/// Finds the highest-weighted documents of a plan in posting lists that are held in memory.
///
/// Documents are processed one window at a time. A window whose postings cannot weigh enough together is skipped. Where
/// some of its postings cannot weigh enough, they are looked up only for documents that the others make heavy enough
/// (MaxScore, Turtle and Flood 1995, with bounds per block of postings as in Ding and Suel 2011). Weights and order are
/// those of Xapian's BM25.
package final class PostingMatcher {
    /// The result of a match.
    package struct Found {
        /// The highest-weighted documents, in order.
        package var matches: [Match]
        /// The number of matching documents, or a lower bound if they were not counted.
        package var total: Total

        /// Creates a result.
        package init(matches: [Match], total: Total) {
            self.matches = matches
            self.total = total
        }

        /// Creates a result from the matches of a database search.
        package init(_ matches: MatchSet) {
            self.matches = matches.items
            total = Total(value: matches.lowerBound, isExact: matches.isExact)
        }
    }

    /// The number of documents in a window, small enough for their sums to stay in the processor's L1 cache.
    static let windowLength = 4_096

    let norms: DocumentNorms
    package let stop: MatchGuard?
    /// The unit of the integer sums, which make the weights of equal documents independent of the order of addition.
    let unit: Double
    /// Lists of terms, the rarest first; a document must have at least one term of each list.
    package let required: [Range<Int>]
    /// The words that may be missing, as the terms of each.
    package let optional: [Range<Int>]
    package let bonus: Range<Int>
    package let excluded: Range<Int>
    package let hasSomeWord: Bool
    package let lacksSomeWord: Bool
    /// Four cursors per term, since each only moves forward: to mark a condition, to look one up, to sum weights, and
    /// to look up weights.
    package let marks: UnsafeMutableBufferPointer<PostingCursor>
    let lookups: UnsafeMutableBufferPointer<PostingCursor>
    let streams: UnsafeMutableBufferPointer<PostingCursor>
    let probes: UnsafeMutableBufferPointer<PostingCursor>
    /// The sums of the window's documents so far.
    let sums: UnsafeMutableBufferPointer<Int32>
    /// The matching documents of the window, one bit each.
    package let candidates: UnsafeMutableBufferPointer<UInt64>
    /// The same for one of the conditions.
    let condition: UnsafeMutableBufferPointer<UInt64>
    /// The documents of the window that may weigh enough, as offsets in it.
    package let chosen: UnsafeMutableBufferPointer<UInt32>
    /// The upper bound of the weight of each term's postings in the window.
    package let bounds: UnsafeMutableBufferPointer<Int32>
    private let lists: [PostingList]
    /// The buffer into which the cursors decode their blocks.
    private let buffer: UnsafeMutableBufferPointer<DocumentID>

    /// Creates a matcher for a plan from the postings of `plan.terms`.
    package init(_ plan: MatchPlan, _ postings: SharedPostings.Found, stop: MatchGuard?) {
        (norms, lists, self.stop) = (postings.norms, postings.lists, stop)
        let (count, terms) = (postings.lists.count, plan.terms)
        let buffer = UnsafeMutableBufferPointer<DocumentID>.zeroes(4 * count * PostingList.blockLength + 1)
        self.buffer = buffer
        let weights = zip(postings.lists, terms).map { list, term in
            PostingCursor.weight(of: list, factor: term.factor, articles: postings.norms.documents)
        }
        let unit = max(weights.reduce(0, +), 1e-6) / Double(1 << 29)
        self.unit = unit
        func cursors(_ part: Int) -> UnsafeMutableBufferPointer<PostingCursor> {
            let cursors = UnsafeMutableBufferPointer<PostingCursor>.allocate(capacity: count)
            guard let start = buffer.baseAddress else { return cursors }
            for (number, list) in postings.lists.enumerated() {
                cursors.initializeElement(
                    at: number,
                    to: PostingCursor(
                        list, weight: weights[number] / unit,
                        buffer: start + (part * count + number) * PostingList.blockLength))
            }
            return cursors
        }
        (marks, lookups, streams, probes) = (cursors(0), cursors(1), cursors(2), cursors(3))
        sums = .zeroes(PostingMatcher.windowLength)
        candidates = .zeroes(PostingMatcher.windowLength / 64)
        condition = .zeroes(PostingMatcher.windowLength / 64)
        // One more element, for a write that is discarded.
        chosen = .zeroes(PostingMatcher.windowLength + 1)
        bounds = .zeroes(count)
        var end = 0
        func next(_ terms: [MatchTerm]) -> Range<Int> {
            defer { end += terms.count }
            return end..<end + terms.count
        }
        let required = plan.required.map(next)
        let optional = plan.optional.map(next)
        bonus = next(plan.bonus)
        excluded = next(plan.excluded)
        // A single required list is treated as one optional word of which some must be present.
        let isOneList = required.count == 1 && optional.isEmpty && excluded.isEmpty
        let lists = postings.lists
        func length(_ terms: Range<Int>) -> Int { lists[terms].reduce(0) { $0 + $1.count } }
        self.required = isOneList ? [] : required.sorted { length($0) < length($1) }
        self.optional = isOneList ? required : optional
        hasSomeWord = isOneList || plan.hasSomeWord
        lacksSomeWord = plan.lacksSomeWord
    }

    deinit {
        for cursors in [marks, lookups, streams, probes] { cursors.deallocate() }
        for numbers in [sums, bounds] { numbers.deallocate() }
        for bits in [candidates, condition] { bits.deallocate() }
        chosen.deallocate()
        buffer.deallocate()
    }

    /// Finds the highest-weighted documents.
    ///
    /// - Parameters:
    ///   - limit: the maximum number of documents.
    ///   - countsAll: whether the total has to be exact.
    /// - Returns: the documents and the total.
    /// - Throws: `XapianError` if the guard stops the match.
    package func heaviest(_ limit: Int, countsAll: Bool) throws(XapianError) -> Found {
        guard required.isEmpty else { return try matchingAll(limit, countsAll: countsAll) }
        var found = try matchingSome(limit)
        if !found.total.isExact, let count = optional.count == 1 && !hasConditions ? lengthOfOnlyList : nil {
            found.total = Total(value: count, isExact: true)
        } else if countsAll, !found.total.isExact {
            found.total = Total(value: try count(), isExact: true)
        }
        return found
    }

    /// The number of postings of the only word's only term, or nil if there are several.
    private var lengthOfOnlyList: Int? {
        optional.first.flatMap { $0.count == 1 ? marks[$0.lowerBound].count : nil }
    }

    /// Whether a match requires more of a document than one of the words.
    var hasConditions: Bool { lacksSomeWord || !excluded.isEmpty || !required.isEmpty }

    /// The windows that cover all documents.
    var windows: some Sequence<Range<DocumentID>> {
        let end = norms.last + 1
        return stride(from: 0, to: end, by: PostingMatcher.windowLength).map { start in
            start..<min(start + DocumentID(PostingMatcher.windowLength), end)
        }
    }

    /// Counts the documents that match.
    private func count() throws(XapianError) -> Int {
        var count = 0
        for documents in windows {
            try stop?.check()
            count += findCandidates(documents)
        }
        return count
    }
}

extension UnsafeMutableBufferPointer where Element: FixedWidthInteger {
    /// Allocates a buffer for the given number of integers, all 0.
    fileprivate static func zeroes(_ count: Int) -> Self {
        let buffer = allocate(capacity: count)
        buffer.initialize(repeating: 0)
        return buffer
    }
}
