import TextCoding
import Vietnamese

/// The words of a query in the order typed, prepared for finding them in texts.
struct SequencePattern {
    /// An occurrence of one of the query's syllables in a text.
    struct Occurrence {
        /// The number of syllables before it, in the title and then in the body.
        let position: Int
        /// Its index among the query's syllables.
        let syllable: Int
    }

    /// The distinct syllables, at most `limit`.
    private(set) var syllables: [TypedSyllable] = []
    /// The number of syllables typed.
    private(set) var length = 0
    /// The number of distinct trigrams.
    var trigramCount: Int { trigrams.count }

    /// The maximum number of syllables, and of trigrams, of a query that are considered.
    private static let limit = 64
    /// The distinct folded syllables, each with the typed syllables that it may represent.
    private var readings: [[Int]] = []
    private var readingOf = SyllableLookup(capacity: SequencePattern.limit)
    private var trigrams: Set<Triple> = []

    private struct Triple: Hashable {
        let first: Int
        let second: Int
        let third: Int
    }

    /// Creates a pattern of runs of syllables; words of different runs are not neighbours.
    init(_ segments: [[TypedSyllable]]) {
        for segment in segments {
            length += segment.count
            let readings = segment.map { add($0) }
            for (first, (second, third)) in zip(readings, zip(readings.dropFirst(), readings.dropFirst(2))) {
                guard let first, let second, let third, trigrams.count < SequencePattern.limit else { continue }
                trigrams.insert(Triple(first: first, second: second, third: third))
            }
        }
    }

    /// Returns the reading of a syllable, or nil if there are too many already.
    private mutating func add(_ syllable: TypedSyllable) -> Int? {
        let known = readingOf[syllable.foldedHash]
        if let known, syllables.contains(syllable) { return known }
        guard syllables.count < SequencePattern.limit else { return known }
        let reading = known ?? readings.count
        if known == nil {
            readings.append([])
            readingOf.insert(syllable.foldedHash, reading)
        }
        readings[reading].append(syllables.count)
        syllables.append(syllable)
        return reading
    }

    /// Returns the occurrences of the query's syllables in a title and a text, in order, and the number of its distinct
    /// trigrams there.
    func occurrences(title: QueryTermOccurrences, body: QueryTermOccurrences) -> (
        syllables: [Occurrence], trigrams: Int
    ) {
        var occurrences: [Occurrence] = []
        var seen: Set<Triple> = []
        find(in: title, from: 0, &occurrences, &seen)
        // The end of the title and the beginning of the body are not neighbours.
        find(in: body, from: title.count + 1, &occurrences, &seen)
        return (occurrences, seen.count)
    }

    private func find(
        in text: QueryTermOccurrences, from start: Int, _ occurrences: inout [Occurrence], _ seen: inout Set<Triple>
    ) {
        var (beforeLast, last): (Int?, Int?) = (nil, nil)
        var next = 0
        for occurrence in text.all {
            if occurrence.position != next { (beforeLast, last) = (nil, nil) }
            next = occurrence.position + 1
            let reading = readingOf[occurrence.foldedHash]
            if let reading {
                for syllable in readings[reading] where syllables[syllable].matches(occurrence) {
                    occurrences.append(Occurrence(position: start + occurrence.position, syllable: syllable))
                }
                if let last, let beforeLast {
                    let triple = Triple(first: beforeLast, second: last, third: reading)
                    if trigrams.contains(triple) { seen.insert(triple) }
                }
            }
            (beforeLast, last) = (last, reading)
        }
    }
}
