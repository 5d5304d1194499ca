import CXapian

/// Order-independent checksums of postings (term, document and frequency).
///
/// If the sums of two places are equal, both hold the same postings, except with a probability of one in 2^64. Terms
/// are distributed over many sums, so that a difference shows which terms to examine.
package struct PostingSums: Hashable, Sendable {
    private var sums: [UInt64]

    /// Creates sums of no postings.
    ///
    /// - Parameter count: The number of sums over which the terms are distributed, 1 or more.
    package init(count: Int = 1) { sums = Array(repeating: 0, count: max(1, count)) }

    /// Adds the postings of a document that is to be written under a number.
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
    ///   - database: The database that contains the document.
    ///   - id: The document's number.
    /// - Returns: The number of terms in the list.
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

    /// A batch of terms whose postings were added.
    package struct Step: Sendable {
        /// The number of terms.
        package var terms: Int
        /// The last term.
        package var last: [UInt8]
        /// The terms whose stored document frequency differs from the number of their postings, with the latter.
        package var miscounted: [TermEntry]
    }

    /// Adds the postings in the posting lists of some terms.
    ///
    /// - Parameters:
    ///   - database: The database that contains them.
    ///   - after: The term after which to begin; empty to begin with the first one.
    ///   - limit: The maximum number of terms.
    /// - Returns: The added batch; nil if no terms are left.
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

    /// The index of the sum to which a term's postings are added.
    package func place(of term: [UInt8]) -> Int { term.lend { cx_sum_of_term($0, sums.count) } }

    /// The indices of the sums that differ from another object's.
    package func places(differingFrom other: PostingSums) -> Set<Int> {
        Set(sums.indices.filter { !other.sums.indices.contains($0) || other.sums[$0] != sums[$0] })
    }
}
