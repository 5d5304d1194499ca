/// Completes the tokens of a query that is still being typed.
///
/// Brackets are balanced, and tokens at the end that need an operand are removed. A capital operator at the end of the
/// query becomes a word, because it may be the beginning of one.
func completed(_ tokens: [Token], end: Int) -> [Token] {
    var whole: [Token] = []
    var openings: [Int] = []
    for token in tokens {
        if token.isClosing {
            guard let opening = openings.popLast() else { continue }
            if opening == whole.count - 1 {
                whole.removeLast()
                continue
            }
        }
        if token.isOpening { openings.append(whole.count) }
        whole.append(token)
    }
    trim: while let last = whole.last {
        switch last.kind {
        case .operator(let `operator`):
            whole.removeLast()
            if last.range.upperBound == end {
                whole.append(Token(kind: .word(`operator`.text), range: last.range))
                break trim
            }
        case .minus, .field:
            whole.removeLast()
        case .opening:
            whole.removeLast()
            openings.removeLast()
        default:
            break trim
        }
    }
    let closing = Token(kind: .closing, range: end..<end)
    return whole + openings.map { _ in closing }
}
