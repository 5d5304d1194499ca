import QueryPlanning
import Xapian

/// Gathers one page of a stage's matches, and puts the best of the stage in their final order.
///
/// The first `Proximity.depth` matches are read whichever page is wanted of them, so that pages fit together.
struct RankedPage {
    /// An article of the page.
    struct Entry {
        let document: DocumentID
        /// What was read of the article already and is worth keeping.
        var read: LoadedMatch?
        /// The weight of the article's postings.
        let weight: Double
        /// The weight as a share of the heaviest article's of the stage.
        var share: Double
        /// How its words stand together, where that was looked at.
        var proximity: ProximityScore? { read?.proximity }

        /// What the article is ordered by.
        var score: Double { share + (proximity?.value ?? 0) }
    }

    /// Texts behind the first few that are kept rather than read a second time.
    private static let keptTexts = 100

    /// How many matches have to be added, where there are so many.
    let end: Int
    /// How many matches were added.
    private(set) var count = 0

    private let wanted: Range<Int>
    /// Whether the final order of the first matches will be known.
    private let knowsOrder: Bool
    private let isReread: Bool
    private var noted: [Match] = []
    private var leading: [Entry] = []
    private var following: [Entry] = []
    private var highestWeight = 0.0

    /// An empty page.
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

    /// Whether the next match is one of those that are scored by their text.
    var scoresNext: Bool { isReread && count < Proximity.depth }

    /// Whether the next match may be shown.
    var mayShowNext: Bool { scoresNext || wanted.contains(count) }

    /// Adds the next match by weight.
    ///
    /// Texts are large and a page may have thousands: but for the first few they are read when the hits are made, one by one.
    ///
    /// - Parameters:
    ///   - match: the match.
    ///   - read: what was read of the article; has its proximity where `scoresNext` said so.
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
        // In an order by date a later match may be heavier.
        return page.map { entry in
            var entry = entry
            entry.share = share(of: entry.weight)
            return entry
        }
    }

    private func share(of weight: Double) -> Double { highestWeight > 0 ? weight / highestWeight : 0 }

    /// The order of the matches added, from the first one on; none where the page lies too deep to know it.
    var order: [RankedDocument] {
        let best = leadingOrder.map { RankedDocument(document: noted[$0].document, score: leading[$0].score) }
        return best
            + noted.dropFirst(best.count).map {
                RankedDocument(document: $0.document, score: share(of: $0.weight))
            }
    }

    /// The matches that were read once more, best first.
    private var leadingOrder: [Int] {
        // Matches stay in their order by weight where scores are equal.
        leading.indices.sorted {
            leading[$0].score != leading[$1].score ? leading[$0].score > leading[$1].score : $0 < $1
        }
    }
}
