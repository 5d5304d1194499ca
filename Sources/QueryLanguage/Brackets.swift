/// Drops the brackets of a query around signs alone, as in `(!)`, unless a field or a hyphen makes them ask for something.
func withoutEmptyBrackets(_ tokens: [Token]) -> [Token] {
    var kept: [Token] = []
    for token in tokens {
        if token.isClosing, let opening = kept.last, opening.isOpening {
            let before = kept.dropLast().last
            let isBound = before.map { $0.leansOnNext && $0.range.upperBound == opening.range.lowerBound } ?? false
            if !isBound {
                kept.removeLast()
                continue
            }
        }
        kept.append(token)
    }
    return kept
}
