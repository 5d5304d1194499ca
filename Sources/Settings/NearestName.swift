/// The name at the smallest edit distance, or nil if none is near enough to be a likely correction.
///
/// An edit inserts, deletes or replaces a letter or swaps two adjacent ones (optimal string alignment distance). At
/// most a third of the letters may be edited. Case is ignored.
package func nearestName(to typed: String, among names: [String]) -> String? {
    let typed = Array(typed.lowercased().prefix(64))
    let ranked = names.map { (name: $0, edits: edits(from: typed, to: Array($0.lowercased()))) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }), best.edits <= max(1, typed.count / 3) else { return nil }
    return best.name
}

private func edits(from left: [Character], to right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var best = min(last[column + 1], current[column]) + 1
            best = min(best, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                best = min(best, beforeLast[column - 1] + 1)
            }
            current.append(best)
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}
