import Xapian

/// Gathers one page of a stage's matches, and puts the best of the stage in their final order.
///
/// The first `Proximity.depth` matches are read whichever page is wanted of them, so that pages fit together.
struct RankedPage {
    /// An article of the page.
    struct Entry {
        let text: ArticleText
        /// The weight of the article's postings.
        let weight: Double
        /// The weight as a share of the heaviest article's of the stage.
        let share: Double
        /// How its words stand together, where that was looked at.
        var proximity: ProximityScore?

        /// What the article is ordered by.
        var score: Double { share + (proximity?.value ?? 0) }
    }

    /// How many matches have to be added, where there are so many.
    let end: Int
    /// How many matches were added.
    private(set) var count = 0

    private let wanted: Range<Int>
    private let proximity: Proximity?
    private var leading: [Entry] = []
    private var following: [Entry] = []
    private var highestWeight = 0.0

    /// An empty page.
    ///
    /// - Parameters:
    ///   - wanted: the positions among the matches.
    ///   - proximity: scores the best matches by their text; nil where the order is another one.
    init(_ wanted: Range<Int>, rereading proximity: Proximity?) {
        self.wanted = wanted
        self.proximity = wanted.lowerBound < Proximity.depth && !wanted.isEmpty ? proximity : nil
        end = self.proximity == nil ? wanted.upperBound : max(wanted.upperBound, Proximity.depth)
    }

    /// Adds the next match by weight; its text is read where it is needed.
    mutating func add(_ match: Match, reading text: (DocumentID) throws -> ArticleText) rethrows {
        let position = count
        count += 1
        if position == 0 { highestWeight = match.weight }
        let isLeading = proximity != nil && position < Proximity.depth
        guard isLeading || wanted.contains(position) else { return }
        let share = highestWeight > 0 ? match.weight / highestWeight : 0
        var entry = Entry(text: try text(match.document), weight: match.weight, share: share)
        guard isLeading else { return following.append(entry) }
        entry.proximity = proximity?.score(entry.text)
        leading.append(entry)
    }

    /// The articles of the page, best first.
    var ranked: [Entry] {
        // Sorting keeps the order by weight where scores are equal.
        let best = leading.enumerated().sorted {
            $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset
        }
        return best.map(\.element)[wanted.clamped(to: 0..<best.count)] + following
    }
}
