import CXapian

// What Xapian makes of text by itself. Nothing is searched this way but where the engine is measured against it.

extension WritableDatabase {
    /// Adds a document with the terms and positions that Xapian's TermGenerator, without a stemmer, makes of texts.
    ///
    /// - Parameters:
    ///   - texts: The texts, as they are; no phrase runs from one into the next.
    ///   - data: What is stored to be read back, at most 100,000,000 bytes.
    ///   - booleanTerm: A further term without a position, to filter by; none where it is empty.
    /// - Returns: Its number: one more than the highest ever given.
    /// - Throws: What `add(_:)` throws.
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
    /// The best documents for a query that Xapian's QueryParser reads, with its default settings unless told otherwise.
    ///
    /// These are: no stemmer, words joined by OR, and Xapian's default weighting.
    ///
    /// - Parameters:
    ///   - query: What was typed, in the QueryParser's syntax.
    ///   - limit: How many matches to return; negative is 0.
    ///   - checkAtLeast: Look at so many matching documents even when fewer would do.
    ///   - everyWord: Whether words are joined by AND.
    ///   - isPartial: Whether the last word may be unfinished.
    ///   - booleanTerm: A term that every match has; empty for none.
    /// - Returns: The matches, the heaviest first.
    /// - Throws: `invalidArgument` for a query that cannot be read; `databaseModified`, `databaseCorrupt` and the like.
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
