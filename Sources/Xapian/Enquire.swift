import CXapian

/// The settings of one search.
package struct Enquire: Hashable, Sendable {
    /// The query.
    package var query: Query
    /// The weighting scheme.
    package var weighting: Weighting
    /// The order of the matches.
    package var order: Order
    /// The number of matches to skip at the beginning; a negative number counts as 0.
    package var first: Int
    /// The maximum number of matches to return; a negative number counts as 0.
    ///
    /// A search needs memory for `first + limit` matches, or for the number of documents if that is smaller.
    package var limit: Int
    /// The number of matching documents to check even when fewer would do; `.max` makes the counts of the result exact.
    package var checkAtLeast: Int
    /// The slots whose values are counted, among the documents that the search checks.
    package var countedSlots: [UInt32]
    /// The number of leading bytes that distinguish the values of a counted slot; all bytes for slots that are not
    /// listed.
    package var countedLengths: [UInt32: Int] = [:]

    /// Creates a search, by default for the ten best matches of a query.
    package init(
        _ query: Query, weighting: Weighting = .bm25(), order: Order = .relevance, first: Int = 0, limit: Int = 10,
        checkAtLeast: Int = 0, countedSlots: [UInt32] = []
    ) {
        self.query = query
        self.weighting = weighting
        self.order = order
        self.first = first
        self.limit = limit
        self.checkAtLeast = checkAtLeast
        self.countedSlots = countedSlots
    }

    /// The order of the matches; of equal ones, the lower document number comes first.
    package enum Order: Hashable, Sendable {
        /// By weight, the highest first.
        case relevance
        /// By a value in byte order, documents without one last; documents with the same value by weight.
        case value(slot: UInt32, ascending: Bool)
        /// By document number, without calculating weights: the fastest, as the search ends when the page is full.
        case documentID(ascending: Bool = true)
    }

    /// Runs the search.
    ///
    /// - Parameters:
    ///   - database: The database to search.
    ///   - stop: Ends the search when it is cancelled or its deadline passes; the database can be used afterwards.
    /// - Returns: The page of matches.
    /// - Throws: `cancelled`, `deadline`; `databaseModified`; `tooManyTerms`; `invalidArgument` for a query that is too
    ///   deep, an empty term, or an invalid factor or parameter; `databaseCorrupt` and similar errors.
    package func matches(in database: Database, stopping stop: MatchGuard? = nil) throws(XapianError) -> MatchSet {
        try stop?.check()
        let encoded = try QueryEncoder.encode(query)
        var settings = cx_search()
        settings.first = UInt32(clamping: first)
        settings.limit = UInt32(clamping: limit)
        settings.check_at_least = UInt32(clamping: checkAtLeast)
        set(&settings)
        let lengths = countedSlots.map { UInt32(clamping: countedLengths[$0] ?? .max) }
        let block = try callIntoXapian { error in
            encoded.lend { query in
                countedSlots.withUnsafeBufferPointer { slots in
                    lengths.withUnsafeBufferPointer { lengths in
                        settings.counted_slots = slots.baseAddress
                        settings.counted_lengths = lengths.baseAddress
                        settings.counted_count = slots.count
                        return MatchGuard.lend(stop) { cx_search_run(error, database.handle, query, &settings, $0) }
                    }
                }
            }
        }
        return MatchSet(Block(block), countedSlots: countedSlots)
    }

    /// Sets the weighting and the order.
    private func set(_ settings: inout cx_search) {
        let (scheme, parameters) = weighting.code
        settings.weight = scheme
        withUnsafeMutableBytes(of: &settings.parameters) { bytes in
            for (index, parameter) in parameters.enumerated() {
                bytes.storeBytes(of: parameter, toByteOffset: index * MemoryLayout<Double>.stride, as: Double.self)
            }
        }
        switch order {
        case .relevance:
            settings.order = CX_ORDER_RELEVANCE
        case .value(let slot, let ascending):
            settings.order = CX_ORDER_VALUE
            settings.order_slot = slot
            settings.ascending = ascending
        case .documentID(let ascending):
            settings.order = CX_ORDER_DOCUMENT
            settings.ascending = ascending
        }
    }
}
