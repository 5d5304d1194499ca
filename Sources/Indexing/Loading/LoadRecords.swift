import Xapian

/// The records of all articles of a load, which determine the articles that are kept and the numbers of their
/// documents.
struct LoadRecords {
    let files: [LoadRecordFile]
    /// The number of records.
    let count: Int

    /// The approximate number of records held in memory at once to find those with the same id.
    var heldAtOnce = 1 << 20

    typealias Numbering = (numbers: [UInt32], outcome: BulkLoad.Outcome)

    /// Assigns numbers from 1 on: the newest article first, those of the same moment in the order of their arrival.
    func numbered() throws(XapianError) -> Numbering {
        var (successors, outcome) = try successors()
        var places: [(order: UInt64, note: UInt32)] = []
        places.reserveCapacity(count)
        for file in files {
            try file.forEach { record in
                if successors[Int(record.note)] == LoadRecords.stays { places.append((record.order, record.note)) }
            }
        }
        places.sort { ($0.order, $0.note) < ($1.order, $1.note) }
        // The memory is reused with another meaning.
        for note in successors.indices { successors[note] = 0 }
        for (index, place) in places.enumerated() { successors[Int(place.note)] = UInt32(index + 1) }
        outcome.articles = places.count
        return (successors, outcome)
    }

    /// The value for an article without a successor.
    private static let stays = UInt32.max

    /// Finds the next article with the same id after each, and counts the outcomes.
    private func successors() throws(XapianError) -> Numbering {
        var successors = [UInt32](repeating: LoadRecords.stays, count: count)
        var outcome = BulkLoad.Outcome()
        let passes = UInt64(count / heldAtOnce + 1)
        for pass in 0..<passes {
            var held: [LoadRecord] = []
            held.reserveCapacity(count / Int(passes))
            for file in files { try file.forEach { if $0.id.0 % passes == pass { held.append($0) } } }
            held.sort { ($0.id.0, $0.id.1, $0.note) < ($1.id.0, $1.id.1, $1.note) }
            for (place, record) in held.enumerated() {
                guard place > 0, held[place - 1].id == record.id else {
                    outcome.added += 1
                    continue
                }
                successors[Int(held[place - 1].note)] = record.note
                if held[place - 1].content == record.content { outcome.unchanged += 1 } else { outcome.updated += 1 }
            }
        }
        return (successors, outcome)
    }
}
