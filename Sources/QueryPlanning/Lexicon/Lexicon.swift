import Vietnamese
package import Xapian

/// The syllables of an index at one commit: every folded form with its readings and their document frequencies.
///
/// It only makes suggestions and never decides what a search finds, since the index may have changed after it was read.
/// If an archive has more than `wholeArticles` articles, syllables that occur in a single one are left out; most are
/// misprints.
package struct Lexicon: Sendable {
    /// The number of articles up to which every syllable is kept.
    package static let wholeArticles = 1_000

    /// A spelling of a folded form.
    package struct Reading: Sendable {
        /// The exact key.
        package let key: [UInt8]
        /// The number of articles that have it.
        package let frequency: Int
    }

    /// A folded form.
    package struct Form: Sendable {
        fileprivate let keyStart: UInt32
        fileprivate let keyLength: UInt8
        fileprivate let firstReading: UInt32
        fileprivate let readingCount: UInt16
        /// An upper bound of the number of articles that have it: the sum of its readings' frequencies.
        package let frequency: UInt32
    }

    fileprivate struct StoredReading {
        var keyStart: UInt32
        var keyLength: UInt8
        var frequency: UInt32
    }

    /// The number of articles in the index.
    package let articles: Int
    /// The revision at which it was read.
    package let revision: UInt64
    /// The forms in the order of their bytes.
    package private(set) var forms: [Form] = []
    private var readings: [StoredReading] = []
    private var keys: [UInt8] = []

    /// Reads the syllables of a database.
    ///
    /// - Parameters:
    ///   - database: the current index.
    ///   - stop: ends the reading early.
    /// - Throws: `XapianError`.
    package init(_ database: Database, stop: MatchGuard? = nil) throws {
        articles = try database.documentCount
        revision = try database.revision
        // Prefixes of terms begin with a capital letter; digits sort before these, letters after them.
        var entries: [TermEntry] = []
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
            entries += try database.terms(withPrefix: [digit], stopping: stop)
        }
        entries += try database.terms(withPrefix: [], after: [UInt8(ascii: "Z") + 1], stopping: stop)
        let least = articles > Lexicon.wholeArticles ? 2 : 1
        entries.removeAll { $0.frequency < least }
        let folded = try Lexicon.folded(entries.map(\.term), stop: stop)
        var comparisons = 0
        let order = try entries.indices.sorted { left, right in
            comparisons += 1
            if comparisons % 1_024 == 0 { try stop?.check() }
            guard folded[left] != folded[right] else { return entries[left].frequency > entries[right].frequency }
            return folded[left].lexicographicallyPrecedes(folded[right])
        }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, folded[order[end]] == folded[order[start]] { end += 1 }
            append(folded[order[start]], order[start..<min(end, start + Int(UInt16.max))].map { entries[$0] })
            start = end
        }
    }

    private mutating func append(_ folded: [UInt8], _ entries: [TermEntry]) {
        let form = Form(
            keyStart: UInt32(keys.count), keyLength: UInt8(clamping: folded.count),
            firstReading: UInt32(readings.count), readingCount: UInt16(clamping: entries.count),
            frequency: UInt32(clamping: min(articles, entries.reduce(0) { $0 + $1.frequency })))
        forms.append(form)
        keys += folded
        for entry in entries {
            readings.append(
                StoredReading(
                    keyStart: UInt32(keys.count), keyLength: UInt8(clamping: entry.term.count),
                    frequency: UInt32(clamping: entry.frequency)))
            keys += entry.term
        }
    }

    /// Returns the folded forms of exact keys; an ASCII key is its own.
    private static func folded(_ keys: [[UInt8]], stop: MatchGuard?) throws(XapianError) -> [[UInt8]] {
        var syllables = Syllables()
        var folded: [[UInt8]] = []
        folded.reserveCapacity(keys.count)
        for (number, key) in keys.enumerated() {
            if number % 256 == 0 { try stop?.check() }
            guard key.contains(where: { $0 >= 0x80 }) else {
                folded.append(key)
                continue
            }
            key.withUnsafeBufferPointer { syllables.scan($0) }
            folded.append(syllables.count == 1 ? syllables.folded(at: 0) : key)
        }
        return folded
    }

    /// The approximate memory size in bytes.
    package var bytes: Int {
        keys.capacity + forms.capacity * MemoryLayout<Form>.stride
            + readings.capacity * MemoryLayout<StoredReading>.stride
    }

    /// The number of spellings.
    package var readingCount: Int { readings.count }
}

extension Lexicon {
    /// Returns the bytes of a folded form.
    package func key(of form: Form) -> ArraySlice<UInt8> {
        keys[Int(form.keyStart)..<Int(form.keyStart) + Int(form.keyLength)]
    }

    /// Returns the readings of a form, the most frequent first.
    package func readings(of form: Form) -> [Reading] {
        let start = Int(form.firstReading)
        return readings[start..<start + Int(form.readingCount)].map { reading in
            let start = Int(reading.keyStart)
            return Reading(key: Array(keys[start..<start + Int(reading.keyLength)]), frequency: Int(reading.frequency))
        }
    }

    /// Returns the form of a folded key, or nil if the index has none.
    package func form(of folded: [UInt8]) -> Form? {
        let place = firstForm(from: folded)
        guard place < forms.count, key(of: forms[place]) == folded[...] else { return nil }
        return forms[place]
    }

    /// Returns the forms that begin with the given bytes.
    package func forms(beginning stem: [UInt8]) -> ArraySlice<Form> {
        let start = firstForm(from: stem)
        var end = start
        while end < forms.count, key(of: forms[end]).starts(with: stem) { end += 1 }
        return forms[start..<end]
    }

    /// Returns the most frequent forms that begin with the given bytes, in descending order of frequency.
    package func mostFrequent(beginning stem: [UInt8], limit: Int) -> [Form] {
        Array(forms(beginning: stem).sorted { $0.frequency > $1.frequency }.prefix(limit))
    }

    /// Returns the index of the first form at or after a key.
    private func firstForm(from key: [UInt8]) -> Int {
        var (low, high) = (0, forms.count)
        while low < high {
            let middle = (low + high) / 2
            if self.key(of: forms[middle]).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
