import QueryPlanning
import Xapian

/// Collects one page of a stage's matches, and puts the best of the stage in their final order.
///
/// The first `Proximity.depth` matches are always read, whichever page is requested, so that pages are consistent.
struct RankedPage {
    /// An article of the page.
    struct Entry {
        let document: DocumentID
        /// The data read of the article so far, if worth keeping.
        var read: LoadedMatch?
        /// The weight of the article's postings.
        let weight: Double
        /// The weight as a share of the stage's highest weight.
        var share: Double
        /// The proximity of its words, if it was determined.
        var proximity: ProximityScore? { read?.proximity }

        /// The score by which articles are ordered.
        var score: Double { share + (proximity?.value ?? 0) }
    }

    /// The number of texts after the first few that are kept rather than read a second time.
    private static let keptTexts = 100

    /// The number of matches to add, if there are that many.
    let end: Int
    /// The number of matches added.
    private(set) var count = 0

    private let wanted: Range<Int>
    /// Whether the final order of the first matches will be known.
    private let knowsOrder: Bool
    private let isReread: Bool
    private var noted: [Match] = []
    private var leading: [Entry] = []
    private var following: [Entry] = []
    private var highestWeight = 0.0

    /// Creates an empty page.
    ///
    /// - Parameters:
    ///   - wanted: the positions among the matches.
    ///   - isReread: whether the best matches are scored by their text.
    init(_ wanted: Range<Int>, isReread: Bool) {
        self.wanted = wanted
        knowsOrder = !wanted.isEmpty && (!isReread || wanted.lowerBound < Proximity.depth)
        self.isReread = isReread && wanted.lowerBound < Proximity.depth && !wanted.isEmpty
        end = self.isReread ? max(wanted.upperBound, Proximity.depth) : wanted.upperBound
    }

    /// Whether the next match is among those that are scored by their text.
    var scoresNext: Bool { isReread && count < Proximity.depth }

    /// Whether the next match may be shown.
    var mayShowNext: Bool { scoresNext || wanted.contains(count) }

    /// Adds the next match by weight.
    ///
    /// Texts are large and a page may have thousands: except for the first few, they are read one by one when the hits
    /// are made.
    ///
    /// - Parameters:
    ///   - match: the match.
    ///   - read: the data read of the article; includes its proximity if `scoresNext` was true.
    mutating func add(_ match: Match, read: LoadedMatch?) {
        let position = count
        count += 1
        if knowsOrder && position < KeptRanking.longest { noted.append(match) }
        highestWeight = max(highestWeight, match.weight)
        let isLeading = isReread && position < Proximity.depth
        guard isLeading || wanted.contains(position) else { return }
        var entry = Entry(document: match.document, weight: match.weight, share: share(of: match.weight))
        guard isLeading else {
            if following.count < RankedPage.keptTexts { entry.read = read }
            return following.append(entry)
        }
        entry.read = read
        leading.append(entry)
    }

    /// The articles of the page, best first.
    var ranked: [Entry] {
        let page = leadingOrder.map { leading[$0] }[wanted.clamped(to: 0..<leading.count)] + following
        // In an order by date, a later match may be heavier.
        return page.map { entry in
            var entry = entry
            entry.share = share(of: entry.weight)
            return entry
        }
    }

    private func share(of weight: Double) -> Double { highestWeight > 0 ? weight / highestWeight : 0 }

    /// The order of the matches added, from the first one on; empty if the page is too deep for the order to be known.
    var order: [RankedDocument] {
        let best = leadingOrder.map { RankedDocument(document: noted[$0].document, score: leading[$0].score) }
        return best
            + noted.dropFirst(best.count).map {
                RankedDocument(document: $0.document, score: share(of: $0.weight))
            }
    }

    /// The order of the matches that were scored by their text, best first.
    private var leadingOrder: [Int] {
        // Matches stay in their order by weight if scores are equal.
        leading.indices.sorted {
            leading[$0].score != leading[$1].score ? leading[$0].score > leading[$1].score : $0 < $1
        }
    }
}
