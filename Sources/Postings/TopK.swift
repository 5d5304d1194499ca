import Xapian

/// The top-k matches of a search; of equal weights the lower document number comes first.
struct TopK {
    private struct Entry {
        let document: DocumentID
        let sum: Int32
    }

    private let limit: Int
    /// A heap with the lightest match at its root.
    private var heap: [Entry] = []

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(min(limit, 1_024))
    }

    /// The sum that a match with a higher document number than these has to exceed to be among the top k.
    var leastSum: Int32 { heap.count < limit ? -1 : heap.first?.sum ?? .max }

    /// Returns the matches in order.
    ///
    /// - Parameters:
    ///   - unit: the weight of a sum of 1.
    ///   - nothing: the highest sum of postings that have no weight.
    /// - Returns: the matches, in descending order of weight.
    func matches(unit: Double, nothing: Int32) -> [Match] {
        heap.sorted { TopK.comesFirst($0, $1) }
            .map { Match(document: $0.document, weight: $0.sum > nothing ? Double($0.sum) * unit : 0) }
    }

    private static func comesFirst(_ left: Entry, _ right: Entry) -> Bool {
        left.sum != right.sum ? left.sum > right.sum : left.document < right.document
    }

    /// Adds a document if it is among the top k so far.
    mutating func offer(_ document: DocumentID, sum: Int32) {
        let entry = Entry(document: document, sum: sum)
        guard heap.count >= limit else {
            heap.append(entry)
            return rise(from: heap.count - 1)
        }
        guard let lightest = heap.first, TopK.comesFirst(entry, lightest) else { return }
        heap[0] = entry
        sink()
    }

    private mutating func rise(from start: Int) {
        var place = start
        while place > 0 {
            let parent = (place - 1) / 2
            guard TopK.comesFirst(heap[parent], heap[place]) else { return }
            heap.swapAt(parent, place)
            place = parent
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            var lightest = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && TopK.comesFirst(heap[lightest], heap[child]) {
                lightest = child
            }
            guard lightest != place else { return }
            heap.swapAt(lightest, place)
            place = lightest
        }
    }
}
