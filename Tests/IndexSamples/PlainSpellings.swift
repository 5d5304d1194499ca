package import QueryLanguage

/// The other spellings that the invented archive holds, found by plain string operations.
package struct PlainSpellings {
    private let words: [PlainSyllable?]

    /// The words among the parts of a query's top level.
    package init(_ parts: [QueryNode]) {
        words = parts.map { part in
            guard case .word(let text) = part.kind, plainSyllables(text).count == 1 else { return nil }
            return plainSyllables(text)[0]
        }
    }

    /// The runs that may replace the word at a place, to be found as they are spelled.
    package func runs(at place: Int) -> [[PlainSyllable]] {
        guard let word = words[place] else { return [] }
        var runs: [[PlainSyllable]] = []
        for (left, right) in [("kỹ", "kĩ"), ("hy", "hi")] {
            for (typed, other) in [(left, right), (right, left)] where word.asksFor(PlainSyllable(typed)) {
                runs.append([PlainSyllable(other)])
            }
        }
        for (typed, other) in [("kạn", "cạn"), ("cạn", "kạn")] {
            let name = [PlainSyllable("bắc"), PlainSyllable(typed)]
            for start in [place - 1, place] where start >= 0 && start + 1 < words.count {
                guard let first = words[start], let second = words[start + 1], first.asksFor(name[0]),
                    second.asksFor(name[1])
                else { continue }
                runs.append([name[0], PlainSyllable(other)])
            }
        }
        return runs
    }
}
