/// Drops the brackets of a query that group nothing.
///
/// These are brackets around signs alone, as in `(!)`, and those without a partner, as in `1) xã`, where every place for
/// the partner means the same: in a query of words, phrases and exclusions of these.
func withoutIdleBrackets(_ tokens: [Token]) -> [Token] {
    var kept: [Token] = []
    var openings: [Int] = []
    var lone: Set<Int> = []
    var hasMeaning = false
    for token in tokens {
        if token.isClosing {
            if let opening = openings.popLast() {
                if opening == kept.count - 1, !kept.isBound(opening) {
                    kept.removeLast()
                    continue
                }
            } else {
                lone.insert(kept.count)
            }
        }
        if token.isOpening { openings.append(kept.count) }
        kept.append(token)
        hasMeaning =
            hasMeaning || token.operator != nil || token.isField || token.isOpening && kept.isBound(kept.count - 1)
    }
    lone.formUnion(openings)
    return hasMeaning ? kept : kept.indices.filter { !lone.contains($0) }.map { kept[$0] }
}

extension [Token] {
    /// Whether a token stands right behind a field's colon or a hyphen that excludes it.
    fileprivate func isBound(_ index: Int) -> Bool {
        index > 0 && self[index - 1].leansOnNext && self[index - 1].range.upperBound == self[index].range.lowerBound
    }
}
