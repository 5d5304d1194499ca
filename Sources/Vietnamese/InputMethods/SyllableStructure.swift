/// The parts of a Vietnamese syllable: an onset, a rime and a tone.
///
/// It checks structure, not vocabulary: `nghiêng` is a syllable; `ngiêng`, `bâ` and `cắt` with a level tone are not.
package struct SyllableStructure: Hashable, Sendable {
    /// The initial consonants, which may be empty; `qu` and `gi` are onsets.
    package let onset: String
    /// The vowels and final consonants, without the tone.
    package let rime: String
    /// The tone, nil for the level one.
    package let tone: Tone?

    /// Parses lower-case letters with vowel marks composed, and the tone given separately; nil where they do not form a
    /// syllable.
    package init?(letters: String, tone: Tone?) {
        for onset in SyllableStructure.onsets where letters.hasPrefix(onset) {
            let rime = String(letters.dropFirst(onset.count))
            guard SyllableStructure.fits(onset, rime) else { continue }
            let endsInStop = ["c", "ch", "p", "t"].contains { rime.hasSuffix($0) }
            if endsInStop && tone != .sac && tone != .nang { return nil }
            (self.onset, self.rime, self.tone) = (onset, rime, tone)
            return
        }
        return nil
    }

    /// The written form, composed, with its tone where tradition puts it (`hòa`, `thủy`, `quý`).
    package var spelling: String { onset + TonePlacement.placed(tone, in: rime, onset: onset) }

    /// Longest first, so that `ngh` is not read as `ng`.
    private static let onsets = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x", "",
    ]

    private static func fits(_ onset: String, _ rime: String) -> Bool {
        guard let first = rime.first else { return false }
        let isFront = "eêiy".contains(first)
        switch onset {
        case "qu":
            return rimes.contains("o" + rime) && "aăe".contains(first)
                || rimes.contains("u" + rime) && "âêyơ".contains(first) || rimesAfterQu.contains(rime)
        case "gi": return (rimes.contains(rime) || rimes.contains("i" + rime)) && !"iy".contains(first)
        // `gì` and `gìn` leave out the second i.
        case "g": return rimes.contains(rime) && (!isFront || rime.hasPrefix("i") && !rime.hasPrefix("iê"))
        case "c", "ng": return rimes.contains(rime) && !isFront
        case "k": return rimes.contains(rime) && isFront
        case "gh", "ngh": return rimes.contains(rime) && "eêi".contains(first)
        case "": return rimes.contains(rime) && !rime.hasPrefix("iê")
        default: return rimes.contains(rime) && !rime.hasPrefix("yê")
        }
    }

    private static let rimes: Set<String> = Set(
        """
        a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e eo ec em en eng ep et ê êu êch êm ên ênh êp êt \
        i ia iu ich im in inh ip it iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu \
        o oi oc om on ong op ot ooc oong oa oai oao oay oac oach oam oan oang oanh oap oat \
        oăc oăm oăn oăng oăt oe oen oeo oet ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
        u ua ui uc um un ung up ut uân uâng uât uây uê uêch uên uênh uơ uôc uôi uôm uôn uông uôt \
        uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưi ưu ưc ưm ưn ưng ưt \
        ươc ươi ươm ươn ương ươp ươt ươu
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let rimesAfterQu: Set<String> = ["ôc", "ơi", "ơn", "ơt", "ăp", "ap", "au", "âu", "i", "it", "ich"]
}
