package import Xapian

/// Finds the heaviest documents of a plan in postings that are held in memory.
///
/// Documents are taken a window at a time. Where the postings in a window cannot weigh enough together it is passed over, and where
/// some of them cannot, they are only looked up for documents that the others make heavy enough (Turtle and Flood's MaxScore
/// of 1995, with bounds for each block of postings as Ding and Suel have them, 2011). Weights are Xapian's BM25, and so is the
/// order.
package final class PostingMatcher {
    /// What a match found.
    package struct Found {
        /// The heaviest documents, in order.
        package var matches: [Match]
        /// How many there are; where that was not counted, how many there are at least.
        package var total: Total

        /// What was found.
        package init(matches: [Match], total: Total) {
            self.matches = matches
            self.total = total
        }

        /// What a search of the database found.
        package init(_ matches: MatchSet) {
            self.matches = matches.items
            total = Total(value: matches.lowerBound, isExact: matches.isExact)
        }
    }

    /// Documents in a window: few enough that their sums stay in the processor's first cache.
    static let windowLength = 4_096

    let norms: DocumentNorms
    package let stop: MatchGuard?
    /// Weights are summed as whole numbers of this, so that equal documents weigh the same in whatever order they are summed.
    let unit: Double
    /// Terms of which a document has to have one, list by list; the rarest first.
    package let required: [Range<Int>]
    /// The words that may be missing; the terms of each.
    package let optional: [Range<Int>]
    package let bonus: Range<Int>
    package let excluded: Range<Int>
    package let hasSomeWord: Bool
    package let lacksSomeWord: Bool
    /// Four places in the postings of each term, for each goes forwards only: what is marked as a condition and looked up as one,
    /// what is summed, and what is looked up to be weighed.
    package let marks: UnsafeMutableBufferPointer<PostingCursor>
    let lookups: UnsafeMutableBufferPointer<PostingCursor>
    let streams: UnsafeMutableBufferPointer<PostingCursor>
    let probes: UnsafeMutableBufferPointer<PostingCursor>
    /// What the documents of the window weigh so far.
    let sums: UnsafeMutableBufferPointer<Int32>
    /// The documents of the window that match, a bit each.
    package let candidates: UnsafeMutableBufferPointer<UInt64>
    /// The same for one of the conditions.
    let condition: UnsafeMutableBufferPointer<UInt64>
    /// The documents of the window that may be heavy enough, by their places in it.
    package let chosen: UnsafeMutableBufferPointer<UInt32>
    /// What the postings of each term in the window weigh at most.
    package let bounds: UnsafeMutableBufferPointer<Int32>
    private let lists: [PostingList]
    /// Where the cursors decode their blocks.
    private let room: UnsafeMutableBufferPointer<DocumentID>

    /// A matcher for a plan, given the postings of `plan.terms`.
    package init(_ plan: MatchPlan, _ postings: SharedPostings.Found, stop: MatchGuard?) {
        (norms, lists, self.stop) = (postings.norms, postings.lists, stop)
        let (count, terms) = (postings.lists.count, plan.terms)
        let room = UnsafeMutableBufferPointer<DocumentID>.zeroes(4 * count * PostingList.blockLength + 1)
        self.room = room
        let weights = zip(postings.lists, terms).map { list, term in
            PostingCursor.weight(of: list, factor: term.factor, articles: postings.norms.documents)
        }
        let unit = max(weights.reduce(0, +), 1e-6) / Double(1 << 29)
        self.unit = unit
        func cursors(_ part: Int) -> UnsafeMutableBufferPointer<PostingCursor> {
            let cursors = UnsafeMutableBufferPointer<PostingCursor>.allocate(capacity: count)
            guard let start = room.baseAddress else { return cursors }
            for (number, list) in postings.lists.enumerated() {
                cursors.initializeElement(
                    at: number,
                    to: PostingCursor(
                        list, weight: weights[number] / unit,
                        room: start + (part * count + number) * PostingList.blockLength))
            }
            return cursors
        }
        (marks, lookups, streams, probes) = (cursors(0), cursors(1), cursors(2), cursors(3))
        sums = .zeroes(PostingMatcher.windowLength)
        candidates = .zeroes(PostingMatcher.windowLength / 64)
        condition = .zeroes(PostingMatcher.windowLength / 64)
        // One more, for what is written and not kept.
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
        // One list that has to be there is one word of which there has to be some.
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
        room.deallocate()
    }

    /// The heaviest documents.
    ///
    /// - Parameters:
    ///   - limit: how many at most.
    ///   - countsAll: whether the total has to be exact.
    /// - Returns: the documents and the total.
    /// - Throws: `XapianError` where the guard stops it.
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

    /// How many postings the only word's only term has.
    private var lengthOfOnlyList: Int? {
        optional.first.flatMap { $0.count == 1 ? marks[$0.lowerBound].count : nil }
    }

    /// Whether more is asked of a document than to have one of the words.
    var hasConditions: Bool { lacksSomeWord || !excluded.isEmpty || !required.isEmpty }

    /// The windows of all documents.
    var windows: some Sequence<Range<DocumentID>> {
        let end = norms.last + 1
        return stride(from: 0, to: end, by: PostingMatcher.windowLength).map { start in
            start..<min(start + DocumentID(PostingMatcher.windowLength), end)
        }
    }

    /// How many documents match.
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
    /// Room for so many numbers, all 0.
    fileprivate static func zeroes(_ count: Int) -> Self {
        let room = allocate(capacity: count)
        room.initialize(repeating: 0)
        return room
    }
}
