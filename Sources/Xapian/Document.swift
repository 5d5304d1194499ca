import CXapian

/// The number of a document: 1 and up, never given twice in one database.
package typealias DocumentID = UInt32

/// A document to be written: its terms, its values and its data.
///
/// It is a plain value in flat buffers, no object of Xapian's, so that building it costs little and handing it over is
/// one call. Reuse one with `removeAll()` to keep the buffers.
package struct Document: Hashable, Sendable {
    /// What is stored to be read back; at most 100,000,000 bytes.
    package var data: [UInt8] = []

    private var terms: [UInt8] = []
    private var termLengths: [UInt32] = []
    private var termFrequencies: [UInt32] = []
    private var values: [UInt8] = []
    private var valueLengths: [UInt32] = []
    private var valueSlots: [UInt32] = []

    /// A document without terms, values and data.
    package init() {}

    /// How many terms were added, repeated ones included.
    package var termCount: Int { termLengths.count }

    /// Adds an occurrence of a term.
    ///
    /// A term is 1 to 245 bytes long, a zero byte counting twice; a longer one is refused when the document is written.
    /// The frequencies of a term that is added again are summed.
    ///
    /// - Parameters:
    ///   - term: The term's bytes.
    ///   - frequency: How often the term occurs; 0 makes it a filter, which counts towards no weight or length.
    package mutating func addTerm(_ term: UnsafeBufferPointer<UInt8>, frequency: UInt32 = 1) {
        terms.append(contentsOf: term)
        noteTerm(length: term.count, frequency: frequency)
    }

    /// Adds an occurrence of a term, as `addTerm(_:frequency:)` does for a buffer.
    package mutating func addTerm(_ term: [UInt8], frequency: UInt32 = 1) {
        terms.append(contentsOf: term)
        noteTerm(length: term.count, frequency: frequency)
    }

    /// Adds an occurrence of a term, which is the text's UTF-8 bytes as they are.
    package mutating func addTerm(_ term: String, frequency: UInt32 = 1) {
        let before = terms.count
        terms.append(contentsOf: term.utf8)
        noteTerm(length: terms.count - before, frequency: frequency)
    }

    /// Stores a value, which can be sorted by, counted and filtered by range; an empty one stores nothing.
    ///
    /// Values are read for every candidate of a search, so tens of bytes are right. The last value of a slot holds.
    package mutating func setValue(_ bytes: [UInt8], slot: UInt32) {
        values.append(contentsOf: bytes)
        valueLengths.append(UInt32(clamping: bytes.count))
        valueSlots.append(slot)
    }

    /// Makes the document empty again, and keeps the memory for the next one.
    package mutating func removeAll() {
        data.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        termLengths.removeAll(keepingCapacity: true)
        termFrequencies.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        valueLengths.removeAll(keepingCapacity: true)
        valueSlots.removeAll(keepingCapacity: true)
    }

    private mutating func noteTerm(length: Int, frequency: UInt32) {
        termLengths.append(UInt32(clamping: length))
        termFrequencies.append(frequency)
    }

    /// The terms that were added, in the order of adding.
    package var termEntries: [TermEntry] {
        var start = 0
        return zip(termLengths, termFrequencies).map { length, frequency in
            defer { start += Int(length) }
            return TermEntry(term: Array(terms[start..<start + Int(length)]), frequency: Int(frequency))
        }
    }

    /// Hands out the terms that were added, in the order of adding.
    ///
    /// - Parameter body: called for each; the bytes hold only until it returns.
    /// - Throws: what `body` throws, at once.
    package func forEachTerm<Failure: Error>(
        _ body: (_ term: UnsafeBufferPointer<UInt8>, _ frequency: UInt32) throws(Failure) -> Void
    ) throws(Failure) {
        try terms.withUnsafeBufferPointer { terms throws(Failure) in
            var start = 0
            for (length, frequency) in zip(termLengths, termFrequencies) {
                let end = start + Int(length)
                try body(UnsafeBufferPointer(rebasing: terms[start..<end]), frequency)
                start = end
            }
        }
    }

    /// The values that were set, by rising slot; the last of a slot, and none that is empty.
    package var valueEntries: [(slot: UInt32, value: [UInt8])] {
        Set(valueSlots).sorted().map { ($0, value(slot: $0)) }.filter { !$0.1.isEmpty }
    }

    /// The sum of the terms' frequencies.
    package var length: Int { termFrequencies.reduce(0) { $0 + Int($1) } }

    /// The value in a slot, or no bytes where it has none.
    package func value(slot: UInt32) -> [UInt8] {
        guard let place = valueSlots.lastIndex(of: slot) else { return [] }
        let start = valueLengths[..<place].reduce(0) { $0 + Int($1) }
        return Array(values[start..<start + Int(valueLengths[place])])
    }

    /// Lends the document to a C function for the time of a call.
    func lend<Result>(_ body: (UnsafePointer<cx_document>) -> Result) -> Result {
        data.lend { data in
            terms.lend { terms in
                values.lend { values in
                    termLengths.withUnsafeBufferPointer { termLengths in
                        termFrequencies.withUnsafeBufferPointer { termFrequencies in
                            valueLengths.withUnsafeBufferPointer { valueLengths in
                                valueSlots.withUnsafeBufferPointer { valueSlots in
                                    var document = cx_document(
                                        data: data, terms: terms, term_lengths: termLengths.baseAddress,
                                        term_frequencies: termFrequencies.baseAddress, term_count: termLengths.count,
                                        values: values, value_lengths: valueLengths.baseAddress,
                                        value_slots: valueSlots.baseAddress, value_count: valueLengths.count)
                                    return body(&document)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
