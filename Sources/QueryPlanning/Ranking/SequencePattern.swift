import TextCoding
import Vietnamese

/// The words of a query in the order typed, made ready to be found in texts.
struct SequencePattern {
    /// A syllable of the query that stands somewhere in a text.
    struct Occurrence {
        /// Syllables before it, in the title and then in the body.
        let position: Int
        /// Its index among the query's syllables.
        let syllable: Int
    }

    /// The distinct syllables, at most `limit`.
    private(set) var syllables: [TypedSyllable] = []
    /// How many syllables were typed.
    private(set) var length = 0
    /// How many distinct trigrams there are.
    var trigramCount: Int { trigrams.count }

    /// The most syllables, and the most trigrams, of a query that are looked at.
    private static let limit = 64
    /// The distinct folded syllables, each with the typed syllables that it may stand for.
    private var readings: [[Int]] = []
    private var readingOf = SyllableLookup(capacity: SequencePattern.limit)
    private var trigrams: Set<Triple> = []

    private struct Triple: Hashable {
        let first: Int
        let second: Int
        let third: Int
    }

    /// A pattern of runs of syllables; words of different runs are no neighbours.
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

    /// The reading of a syllable, or nil where there are too many already.
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

    /// Where the query's syllables stand in a title and a text, in order, and how many of its distinct trigrams do.
    func occurrences(title: QueryTermOccurrences, body: QueryTermOccurrences) -> (
        syllables: [Occurrence], trigrams: Int
    ) {
        var occurrences: [Occurrence] = []
        var seen: Set<Triple> = []
        find(in: title, from: 0, &occurrences, &seen)
        // The end of the title and the beginning of the body are no neighbours.
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
