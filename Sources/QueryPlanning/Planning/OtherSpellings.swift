import QueryLanguage
import Vietnamese
import Xapian

/// The words of a query in their other spellings: `kỹ thuật` finds `kĩ thuật`, `đắc lắc` finds Đắk Lắk.
///
/// They have a small weight, and only bare words have them: a phrase is meant as it is spelled.
struct OtherSpellings {
    /// The runs that may replace a word, by the word's index among the parts of the query.
    private var runs: [Int: [[TypedSyllable]]] = [:]

    /// Finds the other spellings of the words among the parts of a query.
    ///
    /// - Parameters:
    ///   - parts: the parts.
    ///   - stop: ends the work early.
    /// - Throws: `XapianError` with `cancelled` or `deadline`.
    init(of parts: [QueryNode], stop: MatchGuard? = nil) throws(XapianError) {
        let words = parts.map { part -> TypedSyllable? in
            guard case .word(let text) = part.kind else { return nil }
            let syllables = TypedSyllable.all(in: text)
            return syllables.count == 1 ? syllables[0] : nil
        }
        for (place, word) in words.enumerated() {
            try stop?.check()
            guard let word else { continue }
            runs[place, default: []] += OtherSpellings.spellings(of: word).map { [$0] }
            addNames(from: place, words)
        }
    }

    /// Returns the runs that may replace a word.
    subscript(place: Int) -> [[TypedSyllable]] { runs[place] ?? [] }

    /// Returns the other spellings of one syllable.
    static func spellings(of syllable: TypedSyllable) -> [TypedSyllable] {
        let keys =
            syllable.isMarked
            ? SpellingVariants.variants(ofExact: syllable.exact) : SpellingVariants.variants(ofFolded: syllable.folded)
        return keys.compactMap { TypedSyllable(binding: $0) }
    }

    /// Adds a name that begins at an index: each of its words may be the whole name in another spelling.
    private mutating func addNames(from place: Int, _ words: [TypedSyllable?]) {
        for spellings in SpellingVariants.spellingsOfNames {
            let typed = spellings.first { name in
                guard place + name.count <= words.count else { return false }
                return zip(name, words[place...]).allSatisfy { key, word in word?.isSpelled(key) ?? false }
            }
            guard let typed else { continue }
            for name in spellings {
                let run = name.compactMap { TypedSyllable(binding: $0) }
                let isTyped =
                    name.count == typed.count && zip(name, words[place...]).allSatisfy { $1?.isSpelled($0) ?? false }
                guard run.count == name.count, !isTyped else { continue }
                for word in place..<place + typed.count { runs[word, default: []].append(run) }
            }
        }
    }
}

extension TypedSyllable {
    /// Returns whether a syllable with this exact key is the one typed.
    fileprivate func isSpelled(_ key: [UInt8]) -> Bool {
        guard !isMarked else { return key == exact }
        let syllables = Syllables(String(decoding: key, as: UTF8.self))
        return syllables.count == 1 && syllables.folded(at: 0) == folded
    }
}
