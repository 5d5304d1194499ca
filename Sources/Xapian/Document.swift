import CXapian

/// The number of a document: 1 or more, never assigned twice in one database.
package typealias DocumentID = UInt32

/// A document to be written: its terms, its values and its data.
///
/// It is a plain value in flat buffers, not an object of Xapian, so that building it costs little and passing it to
/// Xapian takes one call. Reuse one with `removeAll()` to keep the buffers.
package struct Document: Hashable, Sendable {
    /// The data to store; at most 100,000,000 bytes.
    package var data: [UInt8] = []

    private var terms: [UInt8] = []
    private var termLengths: [UInt32] = []
    private var termFrequencies: [UInt32] = []
    private var values: [UInt8] = []
    private var valueLengths: [UInt32] = []
    private var valueSlots: [UInt32] = []

    /// Creates a document without terms, values and data.
    package init() {}

    /// The number of terms added, including repeated ones.
    package var termCount: Int { termLengths.count }

    /// Adds an occurrence of a term.
    ///
    /// A term is 1 to 245 bytes long, with each zero byte counted twice; a longer one is refused when the document is
    /// written.
    /// If a term is added again, its frequencies are summed.
    ///
    /// - Parameters:
    ///   - term: The term's bytes.
    ///   - frequency: The term's frequency; 0 makes it a filter term, which affects no weight or length.
    package mutating func addTerm(_ term: UnsafeBufferPointer<UInt8>, frequency: UInt32 = 1) {
        terms.append(contentsOf: term)
        noteTerm(length: term.count, frequency: frequency)
    }

    /// Adds an occurrence of a term, as `addTerm(_:frequency:)` does for a buffer.
    package mutating func addTerm(_ term: [UInt8], frequency: UInt32 = 1) {
        terms.append(contentsOf: term)
        noteTerm(length: term.count, frequency: frequency)
    }

    /// Adds an occurrence of a term, which is the text's unchanged UTF-8 bytes.
    package mutating func addTerm(_ term: String, frequency: UInt32 = 1) {
        let before = terms.count
        terms.append(contentsOf: term.utf8)
        noteTerm(length: terms.count - before, frequency: frequency)
    }

    /// Stores a value for sorting, counting and range filters; an empty one is not stored.
    ///
    /// A search reads the values of every candidate, so they should be tens of bytes long. The last value set for a
    /// slot counts.
    package mutating func setValue(_ bytes: [UInt8], slot: UInt32) {
        values.append(contentsOf: bytes)
        valueLengths.append(UInt32(clamping: bytes.count))
        valueSlots.append(slot)
    }

    /// Removes all content, and keeps the memory for the next document.
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

    /// The added terms, in the order of adding.
    package var termEntries: [TermEntry] {
        var start = 0
        return zip(termLengths, termFrequencies).map { length, frequency in
            defer { start += Int(length) }
            return TermEntry(term: Array(terms[start..<start + Int(length)]), frequency: Int(frequency))
        }
    }

    /// Calls a closure with each added term, in the order of adding.
    ///
    /// - Parameter body: called with each term; the bytes are valid only until it returns.
    /// - Throws: the first error that `body` throws.
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

    /// The values in ascending order of slots, only the last one set for each slot, without empty ones.
    package var valueEntries: [(slot: UInt32, value: [UInt8])] {
        Set(valueSlots).sorted().map { ($0, value(slot: $0)) }.filter { !$0.1.isEmpty }
    }

    /// The sum of the terms' frequencies.
    package var length: Int { termFrequencies.reduce(0) { $0 + Int($1) } }

    /// The value in a slot, empty if there is none.
    package func value(slot: UInt32) -> [UInt8] {
        guard let place = valueSlots.lastIndex(of: slot) else { return [] }
        let start = valueLengths[..<place].reduce(0) { $0 + Int($1) }
        return Array(values[start..<start + Int(valueLengths[place])])
    }

    /// Passes the document to a C function for the duration of a call.
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
