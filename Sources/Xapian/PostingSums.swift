import CXapian

/// Sums over postings (term, document and frequency), in whatever order they come.
///
/// Two places hold the same postings if their sums are equal, but for a chance of one in 2^64. Terms are spread over many sums,
/// so that a difference tells in which terms to look for it.
package struct PostingSums: Hashable, Sendable {
    private var sums: [UInt64]

    /// Sums of no postings.
    ///
    /// - Parameter count: How many sums the terms are spread over, 1 or more.
    package init(count: Int = 1) { sums = Array(repeating: 0, count: max(1, count)) }

    /// Adds the postings that a document will have when it is written under a number.
    package mutating func add(_ document: Document, as id: DocumentID) {
        document.lend { document in
            sums.withUnsafeMutableBufferPointer { sums in
                guard let start = sums.baseAddress else { return }
                cx_sum_document(start, sums.count, id, document)
            }
        }
    }

    /// Adds the postings in the term list of a document.
    ///
    /// - Parameters:
    ///   - database: Where the document is.
    ///   - id: Its number.
    /// - Returns: How many terms the list has.
    /// - Throws: `documentNotFound`, `databaseModified`, `databaseCorrupt`.
    package mutating func addTermList(in database: Database, of id: DocumentID) throws(XapianError) -> Int {
        Int(
            try callIntoXapian { error in
                sums.withUnsafeMutableBufferPointer { sums -> UInt32 in
                    guard let start = sums.baseAddress else { return 0 }
                    return cx_sum_term_list(error, database.handle, id, start, sums.count)
                }
            })
    }

    /// Some terms whose postings were added.
    package struct Step: Sendable {
        /// How many terms.
        package var terms: Int
        /// The last of them.
        package var last: [UInt8]
        /// Those whose stored document frequency is another than the number of their postings, which is given.
        package var miscounted: [TermEntry]
    }

    /// Adds the postings in the posting lists of some terms.
    ///
    /// - Parameters:
    ///   - database: Where they are.
    ///   - after: The term behind which to begin; none for the first.
    ///   - limit: At most so many terms.
    /// - Returns: What was added; nil where no terms are left.
    /// - Throws: `databaseModified`, `databaseCorrupt`.
    package mutating func addPostings(
        in database: Database, after: [UInt8], limit: Int
    ) throws(XapianError) -> Step? {
        var block = Block(
            try callIntoXapian { error in
                sums.withUnsafeMutableBufferPointer { sums in
                    after.lend { after -> cx_block in
                        guard let start = sums.baseAddress else { return cx_block() }
                        return cx_sum_postings(error, database.handle, start, sums.count, after, limit)
                    }
                }
            })
        guard let last = block.readEntry() else { return nil }
        var step = Step(terms: last.frequency, last: last.bytes, miscounted: [])
        while let entry = block.readEntry() {
            step.miscounted.append(TermEntry(term: entry.bytes, frequency: entry.frequency))
        }
        return step
    }

    /// The sum that a term's postings are added to.
    package func place(of term: [UInt8]) -> Int { term.lend { cx_sum_of_term($0, sums.count) } }

    /// The sums in which two differ.
    package func places(differingFrom other: PostingSums) -> Set<Int> {
        Set(sums.indices.filter { !other.sums.indices.contains($0) || other.sums[$0] != sums[$0] })
    }
}
