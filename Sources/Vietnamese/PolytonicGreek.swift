/// Canonical decompositions of the lower-case letters of Greek Extended, from UnicodeData.txt.
enum PolytonicGreek {
    /// For each mark: a letter, that letter with the mark, the next letter, and so on.
    static let pairsByMark: [(mark: Unicode.Scalar, pairs: String)] = [
        ("\u{300}", "ἀἂἁἃἐἒἑἓἠἢἡἣἰἲἱἳὀὂὁὃὐὒὑὓὠὢὡὣαὰεὲηὴιὶοὸυὺωὼϊῒϋῢ"),
        ("\u{301}", "ἀἄἁἅἐἔἑἕἠἤἡἥἰἴἱἵὀὄὁὅὐὔὑὕὠὤὡὥ"),
        ("\u{304}", "αᾱιῑυῡ"),
        ("\u{306}", "αᾰιῐυῠ"),
        ("\u{313}", "αἀεἐηἠιἰοὀυὐωὠρῤ"),
        ("\u{314}", "αἁεἑηἡιἱοὁυὑωὡρῥ"),
        ("\u{342}", "ἀἆἁἇἠἦἡἧἰἶἱἷὐὖὑὗὠὦὡὧαᾶηῆιῖϊῗυῦϋῧωῶ"),
        ("\u{345}", "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὰᾲαᾳάᾴᾶᾷὴῂηῃήῄῆῇὼῲωῳώῴῶῷ"),
    ]

    /// The letter of the block Greek and Coptic that is equivalent to one of Greek Extended, or nil; both have the same
    /// accent.
    static func monotonic(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        switch letter.value {
        case 0x1F71: "\u{3AC}"
        case 0x1F73: "\u{3AD}"
        case 0x1F75: "\u{3AE}"
        case 0x1F77: "\u{3AF}"
        case 0x1F79: "\u{3CC}"
        case 0x1F7B: "\u{3CD}"
        case 0x1F7D: "\u{3CE}"
        case 0x1FBE: "\u{3B9}"
        case 0x1FD3: "\u{390}"
        case 0x1FE3: "\u{3B0}"
        default: nil
        }
    }
}
