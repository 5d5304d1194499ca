import CXapian

// What Xapian makes of text by itself. Nothing is searched this way but where the engine is measured against it.

extension WritableDatabase {
    /// Adds a document with the terms and positions that Xapian's TermGenerator, without a stemmer, makes of texts.
    ///
    /// - Parameters:
    ///   - texts: The texts, as they are; no phrase runs from one into the next.
    ///   - data: What is stored to be read back, at most 100,000,000 bytes.
    /// - Returns: Its number: one more than the highest ever given.
    /// - Throws: What `add(_:)` throws.
    @discardableResult
    package func addStock(_ texts: [String], data: [UInt8]) throws(XapianError) -> DocumentID {
        try callIntoXapian { error in
            data.lend { data in
                lend(texts) { texts in
                    // An empty array may have no address.
                    var none = cx_bytes(start: nil, size: 0)
                    guard let start = texts.baseAddress else { return cx_stock_add(error, handle, &none, 0, data) }
                    return cx_stock_add(error, handle, start, texts.count, data)
                }
            }
        }
    }
}

extension Database {
    /// The best documents for a query that Xapian's QueryParser reads with its default settings.
    ///
    /// These are: no stemmer, words joined by OR, and Xapian's default weighting.
    ///
    /// - Parameters:
    ///   - query: What was typed, in the QueryParser's syntax.
    ///   - limit: How many matches to return; negative is 0.
    /// - Returns: The matches, the heaviest first.
    /// - Throws: `invalidArgument` for a query that cannot be read; `databaseModified`, `databaseCorrupt` and the like.
    package func stockMatches(_ query: String, limit: Int = 10) throws(XapianError) -> MatchSet {
        let block = try callIntoXapian { error in
            Array(query.utf8).lend { cx_stock_search(error, handle, $0, UInt32(clamping: limit)) }
        }
        return MatchSet(Block(block), countedSlots: [])
    }
}
