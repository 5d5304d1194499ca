import Xapian

/// Finds the heaviest documents of a plan in postings that are held in memory.
///
/// Weights are Xapian's BM25, and so is the order. Where words may be missing, the terms are taken from the rarest on: a
/// document that has none of those before can weigh no more than the rest together, which soon is too little (Turtle and
/// Flood's MaxScore of 1995, one list after another).
final class PostingMatcher {
    /// What a match found.
    struct Found {
        /// The heaviest documents, in order.
        var matches: [Match]
        /// How many there are; where that was not counted, how many there are at least.
        var total: Total

        /// What was found.
        init(matches: [Match], total: Total) {
            self.matches = matches
            self.total = total
        }

        /// What a search of the database found.
        init(_ matches: MatchSet) {
            self.matches = matches.items
            total = Total(value: matches.lowerBound, isExact: matches.isExact)
        }
    }

    /// Terms of which a document has one, or may have one.
    private struct Slot {
        let lanes: Range<Int>
        /// How many postings they have.
        let count: Int
    }

    private let plan: MatchPlan
    private let postings: SharedPostings.Found
    private let stop: MatchGuard?
    private let lanes: UnsafeMutableBufferPointer<MatchLane>
    /// Where the lanes decode their blocks.
    private let room: UnsafeMutableBufferPointer<DocumentID>
    /// The rarest first.
    private let required: [Slot]
    private let optional: [Slot]
    private let bonus: Range<Int>
    private let excluded: Range<Int>
    private var steps = 0

    /// A matcher for a plan, given the postings of `plan.terms`.
    init(_ plan: MatchPlan, _ postings: SharedPostings.Found, stop: MatchGuard?) {
        (self.plan, self.postings, self.stop) = (plan, postings, stop)
        let room = UnsafeMutableBufferPointer<DocumentID>.allocate(
            capacity: postings.lists.count * PostingList.blockLength + 1)
        room.initialize(repeating: 0)
        self.room = room
        let lanes = zip(plan.terms, postings.lists).enumerated().compactMap { number, entry in
            room.baseAddress.map {
                MatchLane(
                    entry.1, factor: entry.0.factor, articles: postings.norms.documents,
                    room: $0 + number * PostingList.blockLength)
            }
        }
        self.lanes = .allocate(capacity: lanes.count)
        _ = self.lanes.initialize(from: lanes)
        var end = 0
        func next(_ count: Int) -> Range<Int> {
            defer { end += count }
            return end..<end + count
        }
        func slot(_ terms: [MatchTerm]) -> Slot {
            let range = next(terms.count)
            return Slot(lanes: range, count: lanes[range].reduce(0) { $0 + $1.count })
        }
        required = plan.required.map(slot).sorted { $0.count < $1.count }
        optional = plan.optional.map(slot)
        bonus = next(plan.bonus.count)
        excluded = next(plan.excluded.count)
    }

    deinit {
        lanes.deallocate()
        room.deallocate()
    }

    /// The heaviest documents.
    ///
    /// - Parameters:
    ///   - limit: how many at most.
    ///   - countsAll: whether the total has to be exact.
    /// - Returns: the documents and the total.
    /// - Throws: `XapianError` where the guard stops it.
    func heaviest(_ limit: Int, countsAll: Bool) throws(XapianError) -> Found {
        let words = optional.reduce(0) { $0 + $1.count }
        if let rarest = required.first, !plan.hasSomeWord || rarest.count < words { return try every(rarest, limit) }
        var found = try some(limit)
        if countsAll, !found.total.isExact { found.total = Total(value: try count(), isExact: true) }
        return found
    }

    // MARK: Documents that have all that is required

    private func every(_ rarest: Slot, _ limit: Int) throws(XapianError) -> Found {
        var heaviest = HeaviestMatches(limit: limit)
        var count = 0
        let most = most(of: optional.flatMap { Array($0.lanes) }) + most(of: Array(bonus))
        var document = first(of: rarest)
        while document != PostingList.end {
            try look()
            if let words = accepts(document) {
                count += 1
                var weight = 0.0
                for slot in required { weight += self.weight(of: slot.lanes, in: document) }
                // A later document of the same weight stands behind.
                if weight + most > heaviest.leastWeight {
                    for slot in optional where words > 0 { weight += self.weight(of: slot.lanes, in: document) }
                    weight += self.weight(of: bonus, in: document)
                    heaviest.offer(Match(document: document, weight: weight))
                }
            }
            document = next(of: rarest, after: document)
        }
        return Found(matches: heaviest.sorted, total: Total(value: count, isExact: true))
    }

    @inline(__always)
    private func first(of slot: Slot) -> DocumentID {
        slot.lanes.reduce(PostingList.end) { min($0, lanes[$1].document) }
    }

    @inline(__always)
    private func next(of slot: Slot, after document: DocumentID) -> DocumentID {
        var next = PostingList.end
        for lane in slot.lanes {
            if lanes[lane].document <= document { _ = lanes[lane].seek(document &+ 1) }
            next = min(next, lanes[lane].document)
        }
        return next
    }

    /// How many of the words that may be missing a document has, or nil where it is no match.
    @inline(__always)
    private func accepts(_ document: DocumentID) -> Int? {
        for slot in required where !has(slot.lanes, document) { return nil }
        var words = 0
        for slot in optional where has(slot.lanes, document) { words += 1 }
        if plan.hasSomeWord && words == 0 || plan.lacksSomeWord && words == optional.count { return nil }
        return has(excluded, document) ? nil : words
    }

    /// Whether a document has one of some terms at least; all of them are looked up.
    @inline(__always)
    private func has(_ terms: Range<Int>, _ document: DocumentID) -> Bool {
        var found = false
        for lane in terms where lanes[lane].seek(document) { found = true }
        return found
    }

    @inline(__always)
    private func weight(of terms: Range<Int>, in document: DocumentID) -> Double {
        var weight = 0.0
        for lane in terms where lanes[lane].most > 0 && lanes[lane].seek(document) {
            weight += lanes[lane].weight(postings.norms)
        }
        return weight
    }

    private func most(of terms: [Int]) -> Double { terms.reduce(0) { $0 + lanes[$1].most } }

    // MARK: Documents that have some words

    private func some(_ limit: Int) throws(XapianError) -> Found {
        var heaviest = HeaviestMatches(limit: limit)
        var count = 0
        let terms = (optional.flatMap { Array($0.lanes) } + Array(bonus)).sorted { lanes[$0].count < lanes[$1].count }
        for (rank, driver) in terms.enumerated() {
            let rest = terms[(rank + 1)...].sorted { lanes[$0].most > lanes[$1].most }
            let most = self.most(of: Array(rest))
            guard isEnough(most + lanes[driver].most, for: heaviest) else { break }
            for lane in lanes.indices { lanes[lane].rewind() }
            while lanes[driver].document != PostingList.end {
                try look()
                let document = lanes[driver].document
                if mayBeEnough(document, driver, rest, most, heaviest), isNew(document, terms[..<rank]),
                    accepts(document) != nil
                {
                    count += 1
                    // Always in one order, so that equal documents weigh the same whatever found them.
                    var weight = 0.0
                    for slot in optional { weight += self.weight(of: slot.lanes, in: document) }
                    weight += self.weight(of: bonus, in: document)
                    heaviest.offer(Match(document: document, weight: weight))
                }
                lanes[driver].advance()
            }
        }
        let matches = heaviest.sorted
        return Found(matches: matches, total: Total(value: max(count, matches.count), isExact: matches.count < limit))
    }

    /// Whether a weight could be among the heaviest; sums of another order differ in their last digits.
    private func isEnough(_ weight: Double, for heaviest: HeaviestMatches) -> Bool {
        weight * (1 + 1e-9) >= heaviest.leastWeight
    }

    /// Whether a document may weigh enough, given that it has the driver and none of the terms before it.
    private func mayBeEnough(
        _ document: DocumentID, _ driver: Int, _ rest: [Int], _ most: Double, _ heaviest: HeaviestMatches
    ) -> Bool {
        var bound = lanes[driver].weight(postings.norms) + most
        for lane in rest {
            guard isEnough(bound, for: heaviest) else { return false }
            bound -= lanes[lane].most
            if lanes[lane].seek(document) { bound += lanes[lane].weight(postings.norms) }
        }
        return isEnough(bound, for: heaviest)
    }

    private func isNew(_ document: DocumentID, _ terms: ArraySlice<Int>) -> Bool {
        for lane in terms where lanes[lane].seek(document) { return false }
        return true
    }

    // MARK: How many documents have some words

    private func count() throws(XapianError) -> Int {
        for lane in lanes.indices { lanes[lane].rewind() }
        var bits = [UInt64](repeating: 0, count: Int(postings.norms.last) / 64 + 1)
        for lane in optional.flatMap({ Array($0.lanes) }) {
            while lanes[lane].document != PostingList.end {
                bits[Int(lanes[lane].document / 64)] |= 1 << UInt64(lanes[lane].document % 64)
                lanes[lane].advance()
            }
            try stop?.check()
        }
        guard plan.lacksSomeWord || !required.isEmpty || !excluded.isEmpty else {
            return bits.reduce(0) { $0 + $1.nonzeroBitCount }
        }
        for lane in lanes.indices { lanes[lane].rewind() }
        var count = 0
        for (place, word) in bits.enumerated() where word != 0 {
            try look()
            var rest = word
            while rest != 0 {
                if accepts(DocumentID(place * 64 + rest.trailingZeroBitCount)) != nil { count += 1 }
                rest &= rest - 1
            }
        }
        return count
    }

    @inline(__always)
    private func look() throws(XapianError) {
        steps &+= 1
        if steps & 1_023 == 0 { try stop?.check() }
    }
}
