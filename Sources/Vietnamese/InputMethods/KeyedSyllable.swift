/// The state of a syllable while its keystrokes are read one by one.
struct KeyedSyllable {
    /// Whether any key has added a mark.
    private(set) var isChanged = false
    /// The tone added last.
    private(set) var tone: Tone?
    private var typed: [Character] = []

    /// The letters with their marks.
    ///
    /// `ưo`, which hurried typing produces, is read as `ươ`, and a final `ươ` as `uơ` (`thuở`).
    var letters: String {
        var text = String(typed)
        if text.hasPrefix("q") || text.contains("ưo") || text.contains("uơ") || text.contains("ươ") {
            let isOpen = ["ưo", "uơ", "ươ"].contains { text.hasSuffix($0) }
            for pair in ["ưo", "uơ", "ươ"] where text.contains(pair) {
                let target = isOpen || text.hasPrefix("qu") || text.hasPrefix("qư") ? "uơ" : "ươ"
                guard let place = text.firstRange(of: pair) else { continue }
                text.replaceSubrange(place, with: target)
                break
            }
        }
        return text
    }

    private var hasVowel: Bool { typed.contains { TonePlacement.isVowel($0) } }

    /// Reads a Telex key; false where no syllable can contain it.
    mutating func readTelex(_ key: Character) -> Bool {
        guard key.isLetter else { return false }
        let tones: [Character: Tone] = ["s": .sac, "f": .huyen, "r": .hoi, "x": .nga, "j": .nang]
        if let mark = tones[key], hasVowel { return put(mark) }
        switch key {
        case "z" where hasVowel:
            guard tone != nil else { return false }
            tone = nil
        case "w":
            if putHorn(orBreve: true) { return true }
            typed.append("ư")
            isChanged = true
        case "a" where putCircumflex(on: "a"), "e" where putCircumflex(on: "e"), "o" where putCircumflex(on: "o"): break
        case "d" where putStroke(): break
        default: typed.append(key)
        }
        return true
    }

    /// Reads a VNI key; false where no syllable can contain it.
    mutating func readVNI(_ key: Character) -> Bool {
        let tones: [Character: Tone] = ["1": .sac, "2": .huyen, "3": .hoi, "4": .nga, "5": .nang]
        if let mark = tones[key] { return hasVowel && put(mark) }
        switch key {
        case "0":
            guard tone != nil else { return false }
            tone = nil
        case "6": return ["a", "e", "o"].contains { putCircumflex(on: $0) }
        case "7": return putHorn(orBreve: false)
        case "8": return replaceLast("a", by: "ă")
        case "9": return putStroke()
        default:
            guard key.isLetter else { return false }
            typed.append(key)
        }
        return true
    }

    private mutating func put(_ mark: Tone) -> Bool {
        tone = mark
        isChanged = true
        return true
    }

    /// Adds a circumflex; only one vowel of a syllable bears one: the `oo` in `xoong` is typed as `ooo`.
    private mutating func putCircumflex(on vowel: Character) -> Bool {
        let marked: [Character: Character] = ["a": "â", "e": "ê", "o": "ô"]
        guard let target = marked[vowel] else { return false }
        return replaceLast(vowel, by: target)
    }

    private mutating func putStroke() -> Bool {
        guard typed.first == "d" else { return false }
        typed[0] = "đ"
        isChanged = true
        return true
    }

    private mutating func putHorn(orBreve allowsBreve: Bool) -> Bool {
        let start = typed.first == "q" && typed.dropFirst().first == "u" ? 2 : 0
        if let o = typed.lastIndex(of: "o"), o >= start {
            typed[o] = "ơ"
            if o > start, typed[o - 1] == "u" { typed[o - 1] = "ư" }
            isChanged = true
            return true
        }
        if let u = typed.lastIndex(of: "u"), u >= start { return replace(at: u, by: "ư") }
        return allowsBreve && replaceLast("a", by: "ă")
    }

    private mutating func replaceLast(_ letter: Character, by marked: Character) -> Bool {
        guard let place = typed.lastIndex(of: letter) else { return false }
        return replace(at: place, by: marked)
    }

    private mutating func replace(at place: Int, by marked: Character) -> Bool {
        typed[place] = marked
        isChanged = true
        return true
    }
}
