/// The rules for which vowel bears the tone mark.
package enum TonePlacement {
    /// The written form of an exact key, composed, with its tone on the vowel where tradition puts it.
    ///
    /// A key that is not a Vietnamese syllable is returned with its marks where they are.
    package static func spelling(ofKey key: [UInt8]) -> String {
        let text = String(decoding: key, as: UTF8.self)
        var letters = Array(text.unicodeScalars)
        guard let last = letters.last, let tone = Tone(combiningMark: last) else { return text }
        letters.removeLast()
        // A key with a second tone mark is not Vietnamese.
        guard let end = letters.last, Tone(combiningMark: end) == nil else { return text }
        var rest = String(String.UnicodeScalarView(letters))
        var onset = ""
        while let first = rest.first, !vowels.contains(first) { onset.append(rest.removeFirst()) }
        if rest.isEmpty { return text }
        let glides: [String: Character] = ["q": "u", "g": "i"]
        if let glide = glides[onset], rest.first == glide, let next = rest.dropFirst().first, vowels.contains(next) {
            onset.append(rest.removeFirst())
        }
        return onset + placed(tone, in: rest, onset: onset)
    }

    /// A rime with a tone on the right vowel.
    static func placed(_ tone: Tone?, in rime: String, onset: String) -> String {
        guard let tone else { return rime }
        var letters = Array(rime)
        let nucleus = letters.prefix { vowels.contains($0) }.count
        guard nucleus > 0 else { return rime }
        var place: Int
        if let marked = letters[..<nucleus].lastIndex(where: { marked.contains($0) }) {
            place = marked
        } else if nucleus == 1 {
            place = 0
        } else {
            place = nucleus == 2 && letters.count == nucleus ? 0 : 1
        }
        place = min(place, nucleus - 1)
        letters[place] = composed(letters[place], tone)
        return String(letters)
    }

    /// Whether a letter, in lower case and without a tone, is a Vietnamese vowel.
    static func isVowel(_ letter: Character) -> Bool { vowels.contains(letter) }

    private static let vowels = Set("aăâeêioôơuưy")
    private static let marked = Set("ăâêôơư")

    /// A vowel with a tone, as one scalar.
    private static func composed(_ vowel: Character, _ tone: Tone) -> Character {
        guard let row = table[vowel], let index = Tone.allCases.firstIndex(of: tone) else { return vowel }
        return row[index]
    }

    private static let table: [Character: [Character]] = [
        "a": Array("àáãảạ"), "ă": Array("ằắẵẳặ"), "â": Array("ầấẫẩậ"), "e": Array("èéẽẻẹ"), "ê": Array("ềếễểệ"),
        "i": Array("ìíĩỉị"), "o": Array("òóõỏọ"), "ô": Array("ồốỗổộ"), "ơ": Array("ờớỡởợ"), "u": Array("ùúũủụ"),
        "ư": Array("ừứữửự"), "y": Array("ỳýỹỷỵ"),
    ]
}
