/// Alternative spellings of the same word that are, or were, all correct; a search may match them besides what was
/// typed.
///
/// They do not affect keys: `kĩ` and `kỹ` stay two syllables, and a phrase in quotation marks means one of them.
package enum SpellingVariants {
    /// Syllables that are written with i or with y.
    ///
    /// The list has the pairs whose members have the same neighbours in 48,000 news articles (the cosine of the counts
    /// of left or right neighbours is at least 0.3, or nine tenths of the rarer one's neighbours are shared). It leaves
    /// out pairs of different words: `ti/ty`, `vi/vy`, `mi/my`, `thi/thy`, `tí/tý`, `ý/í`.
    package static let syllables: [(withI: String, withY: String)] = [
        ("hi", "hy"), ("hỉ", "hỷ"), ("kí", "ký"), ("kì", "kỳ"), ("kị", "kỵ"), ("kỉ", "kỷ"), ("kĩ", "kỹ"), ("lí", "lý"),
        ("mì", "mỳ"), ("mĩ", "mỹ"), ("qui", "quy"), ("quí", "quý"), ("quì", "quỳ"), ("quị", "quỵ"), ("quỉ", "quỷ"),
        ("quĩ", "quỹ"), ("sĩ", "sỹ"), ("tì", "tỳ"), ("tỉ", "tỷ"), ("vĩ", "vỹ"),
    ]

    /// Names of places and peoples that newspapers spell in several ways, the official one first.
    static let names: [[String]] = [
        ["đắk lắk", "đăk lăk", "đắc lắc", "đăk lắk", "đắc lắk", "dak lak"], ["đắk nông", "đăk nông", "đắc nông"],
        ["đắk tô", "đăk tô", "đắc tô"], ["bắc kạn", "bắc cạn"], ["krông pắk", "krông păk", "krông pắc"],
        ["buôn ma thuột", "buôn mê thuột", "ban mê thuột"], ["pác bó", "pắc bó"], ["kon tum", "kontum"],
        ["pleiku", "plei ku"], ["ê đê", "êđê"], ["gia rai", "jrai"], ["xê út", "xêút"],
    ]

    /// The exact keys of the other spellings of a syllable with a given exact key.
    package static func variants(ofExact key: [UInt8]) -> [[UInt8]] { byExact[key] ?? [] }

    /// The exact keys of the other spellings of any reading of a folded key, except its own readings.
    package static func variants(ofFolded key: [UInt8]) -> [[UInt8]] { byFolded[key] ?? [] }

    /// The spellings of each name, including its own, as exact keys of their syllables.
    package static let spellingsOfNames: [[[[UInt8]]]] = names.map { spellings in
        spellings.map { keys(of: $0) }
    }

    private static let byExact: [[UInt8]: [[UInt8]]] = {
        var variants: [[UInt8]: [[UInt8]]] = [:]
        for (withI, withY) in syllables {
            guard let first = keys(of: withI).first, let second = keys(of: withY).first else { continue }
            variants[first, default: []].append(second)
            variants[second, default: []].append(first)
        }
        return variants
    }()

    private static let byFolded: [[UInt8]: [[UInt8]]] = {
        var variants: [[UInt8]: [[UInt8]]] = [:]
        for (withI, withY) in syllables {
            let (first, second) = (Syllables(withI), Syllables(withY))
            guard first.count == 1, second.count == 1 else { continue }
            variants[first.folded(at: 0), default: []].append(second.exact(at: 0))
            variants[second.folded(at: 0), default: []].append(first.exact(at: 0))
        }
        return variants
    }()

    private static func keys(of text: String) -> [[UInt8]] {
        let syllables = Syllables(text)
        return syllables.indices.map { syllables.exact(at: $0) }
    }
}
