import CXapian

// Xapian's own text processing, which is used only where the engine is measured against it.

extension WritableDatabase {
    /// Adds a document with the terms and positions that Xapian's TermGenerator, without a stemmer, creates from texts.
    ///
    /// - Parameters:
    ///   - texts: The texts, unchanged; no phrase matches across two of them.
    ///   - data: The data to store, at most 100,000,000 bytes.
    ///   - booleanTerm: An additional term without a position, for filters; none if it is empty.
    /// - Returns: The document's number: one more than the highest ever assigned.
    /// - Throws: The errors of `add(_:)`.
    @discardableResult
    package func addStock(
        _ texts: [String], data: [UInt8], booleanTerm: [UInt8] = []
    ) throws(XapianError) -> DocumentID {
        try callIntoXapian { error in
            data.lend { data in
                booleanTerm.lend { term in
                    lend(texts) { texts in
                        // An empty array may have no address.
                        var none = cx_bytes(start: nil, size: 0)
                        guard let start = texts.baseAddress else {
                            return cx_stock_add(error, handle, &none, 0, data, term)
                        }
                        return cx_stock_add(error, handle, start, texts.count, data, term)
                    }
                }
            }
        }
    }
}

extension Database {
    /// The best documents for a query that Xapian's QueryParser parses, by default with its default settings.
    ///
    /// These are: no stemmer, words combined with OR, and Xapian's default weighting.
    ///
    /// - Parameters:
    ///   - query: The query as typed, in the QueryParser's syntax.
    ///   - limit: The maximum number of matches; a negative number counts as 0.
    ///   - checkAtLeast: The number of matching documents to check even when fewer would do.
    ///   - everyWord: Whether words are combined with AND.
    ///   - isPartial: Whether the last word may be incomplete.
    ///   - booleanTerm: A term that every match must have; empty for none.
    /// - Returns: The matches, the highest weight first.
    /// - Throws: `invalidArgument` for a query that cannot be parsed; `databaseModified`, `databaseCorrupt` and similar
    ///   errors.
    package func stockMatches(
        _ query: String, limit: Int = 10, checkAtLeast: Int = 0, everyWord: Bool = false, isPartial: Bool = false,
        booleanTerm: [UInt8] = []
    ) throws(XapianError) -> MatchSet {
        var settings = cx_stock_settings()
        settings.every_word = everyWord
        settings.partial = isPartial
        settings.limit = UInt32(clamping: limit)
        settings.check_at_least = UInt32(clamping: checkAtLeast)
        let block = try callIntoXapian { error in
            booleanTerm.lend { term in
                settings.boolean_term = term
                return Array(query.utf8).lend { cx_stock_search(error, handle, $0, &settings) }
            }
        }
        return MatchSet(Block(block), countedSlots: [])
    }
}
