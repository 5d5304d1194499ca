import Xapian

// Finds the highest-weighted documents of each window.

extension PostingMatcher {
    /// Finds the documents that match every required list.
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
                // The required terms are not enough by themselves: only the few documents with further terms are looked
                // at.
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

    /// Finds the documents that have some of the words.
    func matchingSome(_ limit: Int) throws(XapianError) -> Found {
        var heaviest = TopK(limit: limit)
        var count = 0
        // A word without weight still makes a match.
        let terms = optional.flatMap { Array($0) } + bonus.filter { probes[$0].weighs }
        // Only a bonus term can add to the weight of a document without a word.
        let checks = hasConditions || !bonus.isEmpty
        for documents in windows {
            try stop?.check()
            let least = heaviest.leastSum
            guard bound(terms, documents) > least else { continue }
            let order = terms.sorted { bounds[$0] > bounds[$1] }
            // The terms at the end are not enough by themselves.
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

    /// Looks the chosen documents up, keeps those that match, and returns their number.
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

    /// Returns an upper bound of the combined weight of some terms in a window, and sets their `bounds`.
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

    /// Adds the weights of further terms to the sums of chosen documents, and drops those that cannot weigh enough.
    ///
    /// - Parameters:
    ///   - count: the number of documents in `chosen`.
    ///   - documents: the window.
    ///   - terms: the further terms, in descending order of their upper bounds in the window.
    ///   - most: the upper bound of their combined weight.
    ///   - least: the value that a sum has to exceed.
    ///   - body: is called with each document that weighs enough, in ascending order, and its sum.
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

    /// Returns whether a document that satisfies `required` has enough of the words and nothing excluded.
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

    /// Chooses the documents whose sum is above a value, and returns their number.
    private func chooseSums(_ documents: Range<DocumentID>, above least: Int32) -> Int {
        guard let sums = sums.baseAddress, let chosen = chosen.baseAddress else { return 0 }
        let width = 16
        var count = 0
        // The sums after the last window's documents are 0.
        for start in stride(from: 0, to: documents.count, by: width) {
            // Sums and bounds are below 2^30, so the difference is negative where a sum is higher.
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
