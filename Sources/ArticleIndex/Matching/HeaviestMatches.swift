import Xapian

/// The heaviest matches of a search, so many at most; of those that weigh the same the lower document number comes first.
struct HeaviestMatches {
    private let limit: Int
    /// A heap with the lightest match at its root.
    private var heap: [Match] = []

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(min(limit, 1_024))
    }

    /// What a match has to weigh to be among them; one of the same weight as well, if its number is lower.
    var leastWeight: Double { heap.count < limit ? -.infinity : limit == 0 ? .infinity : heap[0].weight }

    /// The matches in order.
    var sorted: [Match] { heap.sorted { HeaviestMatches.comesFirst($0, $1) } }

    private static func comesFirst(_ left: Match, _ right: Match) -> Bool {
        left.weight != right.weight ? left.weight > right.weight : left.document < right.document
    }

    /// Takes a match in where it is one of the heaviest so far.
    mutating func offer(_ match: Match) {
        guard heap.count >= limit else {
            heap.append(match)
            return rise(from: heap.count - 1)
        }
        guard let lightest = heap.first, HeaviestMatches.comesFirst(match, lightest) else { return }
        heap[0] = match
        sink()
    }

    private mutating func rise(from start: Int) {
        var place = start
        while place > 0 {
            let parent = (place - 1) / 2
            guard HeaviestMatches.comesFirst(heap[parent], heap[place]) else { return }
            heap.swapAt(parent, place)
            place = parent
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            var lightest = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && HeaviestMatches.comesFirst(heap[lightest], heap[child]) {
                lightest = child
            }
            guard lightest != place else { return }
            heap.swapAt(lightest, place)
            place = lightest
        }
    }
}
