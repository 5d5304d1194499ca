import Xapian

// The heaviest documents of each window.

extension PostingMatcher {
    /// Documents that have all that is required.
    func matchingAll(_ limit: Int, countsAll: Bool) throws(XapianError) -> Found {
        var heaviest = TopK(limit: limit)
        var (count, hasCountedAll) = (0, true)
        let sure = required.flatMap { Array($0) }.filter { probes[$0].weighs }
        let others = (optional.flatMap { Array($0) } + Array(bonus)).filter { probes[$0].weighs }
        for documents in windows {
            guard required[0].contains(where: { marks[$0].document < documents.upperBound }) else { continue }
            try stop?.check()
            let least = heaviest.leastSum
            let certain = bound(sure, documents)
            let isHeavyEnough = certain + bound(others, documents) > least
            guard isHeavyEnough || countsAll else {
                hasCountedAll = false
                continue
            }
            var heavy = 0
            if !countsAll, certain <= least {
                // What is required is not enough by itself: few documents have more, and only those are looked at.
                hasCountedAll = false
                add(others, documents)
                heavy = chooseSums(documents, above: least - certain)
                heavy = keepMatches(heavy, documents)
                count += heavy
            } else {
                let found = findCandidates(documents)
                count += found
                guard found > 0, isHeavyEnough else { continue }
                add(others, documents)
                forEachCandidate(documents) { _, bit in
                    guard sums[bit] + certain > least else { return }
                    chosen[heavy] = UInt32(truncatingIfNeeded: bit)
                    heavy += 1
                }
            }
            let order = sure.sorted { bounds[$0] > bounds[$1] }
            complete(heavy, documents, with: order[...], atMost: certain, above: least) { document, sum in
                heaviest.offer(document, sum: sum)
            }
            clearSums()
        }
        return Found(
            matches: matches(heaviest), total: Total(value: count, isExact: hasCountedAll))
    }

    /// Documents that have some of the words.
    func matchingSome(_ limit: Int) throws(XapianError) -> Found {
        var heaviest = TopK(limit: limit)
        var count = 0
        // A word that weighs nothing is a match all the same.
        let terms = optional.flatMap { Array($0) } + bonus.filter { probes[$0].weighs }
        // Only what adds to the weight can be there without a word.
        let checks = hasConditions || !bonus.isEmpty
        for documents in windows {
            try stop?.check()
            let least = heaviest.leastSum
            guard bound(terms, documents) > least else { continue }
            let order = terms.sorted { bounds[$0] > bounds[$1] }
            // Those at the end are not enough by themselves.
            var (rest, leading) = (Int32(0), order.count)
            while leading > 0, rest + bounds[order[leading - 1]] <= least {
                leading -= 1
                rest += bounds[order[leading]]
            }
            add(order[..<leading], documents)
            let heavy = chooseSums(documents, above: max(0, least - rest))
            complete(heavy, documents, with: order[leading...], atMost: rest, above: least) { document, sum in
                guard sum > heaviest.leastSum, !checks || accepts(document, probes) else { return }
                count += 1
                heaviest.offer(document, sum: sum)
            }
            clearSums()
        }
        let matches = matches(heaviest)
        return Found(matches: matches, total: Total(value: count, isExact: matches.count < limit))
    }

    private func matches(_ heaviest: TopK) -> [Match] {
        heaviest.matches(unit: unit, nothing: Int32(clamping: bounds.count))
    }

    /// Keeps the chosen documents that match, which is looked up, and counts them.
    private func keepMatches(_ count: Int, _ documents: Range<DocumentID>) -> Int {
        var left = 0
        for place in 0..<count {
            let document = documents.lowerBound &+ chosen[place]
            guard required.allSatisfy({ has($0, document, lookups) }), accepts(document, lookups) else { continue }
            chosen[left] = chosen[place]
            left += 1
        }
        return left
    }

    /// What some terms weigh at most together in a window; sets their `bounds`.
    private func bound(_ terms: [Int], _ documents: Range<DocumentID>) -> Int32 {
        var sum: Int32 = 0
        for term in terms {
            bounds[term] = streams[term].most(in: documents)
            sum += bounds[term]
        }
        return sum
    }

    private func add(_ terms: some Sequence<Int>, _ documents: Range<DocumentID>) {
        guard let start = sums.baseAddress else { return }
        for term in terms where bounds[term] > 0 { streams[term].add(documents, to: start, norms) }
    }

    private func clearSums() { sums.update(repeating: 0) }

    /// Adds what further terms weigh to the sums of chosen documents, and lets those go that cannot be heavy enough.
    ///
    /// - Parameters:
    ///   - count: how many documents are in `chosen`.
    ///   - documents: the window.
    ///   - terms: the further terms, what weighs most in the window first.
    ///   - most: what they weigh at most together.
    ///   - least: what a sum has to be above.
    ///   - body: is given each document that is heavy enough, in ascending order, and its sum.
    private func complete(
        _ count: Int, _ documents: Range<DocumentID>, with terms: ArraySlice<Int>, atMost most: Int32,
        above least: Int32, _ body: (DocumentID, Int32) -> Void
    ) {
        guard let sums = sums.baseAddress, let chosen = chosen.baseAddress else { return }
        var (count, most) = (count, most)
        for term in terms where bounds[term] > 0 {
            guard count > 0 else { return }
            if isQuickerToLookUp(count, in: term..<term + 1, documents) {
                for place in 0..<count {
                    let document = documents.lowerBound &+ chosen[place]
                    if probes[term].seek(document) { sums[Int(chosen[place])] &+= probes[term].weight(norms) }
                }
            } else {
                streams[term].add(documents, to: sums, norms)
            }
            most -= bounds[term]
            var left = 0
            for place in 0..<count {
                let number = chosen[place]
                chosen[left] = number
                left &+= sums[Int(number)] &+ most > least ? 1 : 0
            }
            count = left
        }
        for place in 0..<count { body(documents.lowerBound &+ chosen[place], sums[Int(chosen[place])]) }
    }

    /// Whether a document that has what is required is a match: it has as many of the words as it has to, and nothing excluded.
    private func accepts(_ document: DocumentID, _ cursors: UnsafeMutableBufferPointer<PostingCursor>) -> Bool {
        if has(excluded, document, cursors) { return false }
        guard hasSomeWord || lacksSomeWord else { return true }
        var words = 0
        for terms in optional where has(terms, document, cursors) {
            words += 1
            if !lacksSomeWord { return true }
        }
        return !(hasSomeWord && words == 0) && !(lacksSomeWord && words == optional.count)
    }

    /// Chooses the documents with a sum above some value, and counts them.
    private func chooseSums(_ documents: Range<DocumentID>, above least: Int32) -> Int {
        guard let sums = sums.baseAddress, let chosen = chosen.baseAddress else { return 0 }
        let width = 16
        var count = 0
        // The sums behind the last window's documents are 0.
        for start in stride(from: 0, to: documents.count, by: width) {
            // Sums and bounds are below 2^30: the difference is negative where a sum is higher.
            var differences: Int32 = 0
            for place in 0..<width { differences |= least &- sums[start &+ place] }
            guard differences < 0 else { continue }
            for place in start..<start &+ width {
                chosen[count] = UInt32(truncatingIfNeeded: place)
                count &+= sums[place] > least ? 1 : 0
            }
        }
        return count
    }
}
