import QueryLanguage
import Testing
import Vietnamese

@Suite("Pasted text")
struct PastedTextTests {
    @Test("What is neither field, operator nor exclusion is plain words", arguments: pasted)
    func plain(text: String, tree: String) throws {
        #expect(try sampleParser.parse(text).description == tree)
    }

    @Test("A thousand random headlines are no error, and every syllable is asked for in its order")
    func property() throws {
        var generator = SplitMix64(state: 20_260_214)
        for _ in 0..<1_000 {
            let headline =
                (0..<Int.random(in: 1...12, using: &generator)).compactMap { _ in
                    Self.pieces.randomElement(using: &generator)
                }.joined() + "tin"
            let asked = try sampleParser.parse(headline).askedSyllables
            #expect(asked == syllables(of: headline), "\(headline)")
        }
    }

    private static let pasted: [(String, String)] = [
        ("Bãi Sậy - Cồn Tre", "(all (word Bãi) (word Sậy) (word Cồn) (word Tre))"),
        ("- a -- b --- c -", "(all (word a) (word b) (word c))"),
        ("--a (- b) \"c\"-d (e)-f", "(all (word a) (word b) (phrase \"c\") (word d) (word e) (word f))"),
        ("-, a -… b -' c", "(all (word a) (word b) (word c))"),
        ("Su -57 (F -35A) Covid -19", "(all (word Su) (word 57) (all (word F) (word 35A)) (word Covid) (word 19))"),
        ("su -57", "(all (word su) (not (word 57)))"),
        (
            "Cúp -14 Vostok -20 Cup -2014",
            "(all (word Cúp) (not (word 14)) (word Vostok) (not (word 20)) (word Cup) (not (word 2014)))"
        ),
        ("(Nguồn: AP)", "(all (word Nguồn:) (word AP))"),
        (
            "tin trong ngày: họp từ: title:",
            "(all (word tin) (word trong) (word ngày:) (word họp) (word từ:) (word title:))"
        ),
        ("a (nguồn:) b", "(all (word a) (word nguồn:) (word b))"),
        ("18:30 http://x.vn/?a=b và/hoặc", "(all (word 18:30) (word http://x.vn/?a=b) (word và/hoặc))"),
        ("tivi 55\" giá rẻ 43\"", "(all (word tivi) (word 55) (word giá) (word rẻ) (word 43))"),
        ("55\u{2033}-65″ 5'10\"", "(all (word 55) (word 65) (word 5'10))"),
        ("\" a b", "(all (word a) (word b))"), ("a “b", "(all (word a) (word b))"), ("a \"", "(word a)"),
        ("a \"\" b", "(all (word a) (word b))"), ("“\"a\" b c” d", "(all (phrase \"a\") (word b) (word c) (word d))"),
        (
            "‘a b’ ＂c d＂ ″e″ ‹f› “g h\"",
            "(all (phrase \"a b\") (phrase \"c d\") (phrase \"e\") (phrase \"f\") (phrase \"g h\"))"
        ),
        ("'a b' c", "(all (phrase \"a b\") (word c))"), ("' a b ' c", "(all (phrase \" a b \") (word c))"),
        ("'a' b 'c'", "(all (word 'a') (word b) (word 'c'))"), ("'' a", "(word a)"),
        ("rock 'n' roll d'Ivoire Ma’am", "(all (word rock) (word 'n') (word roll) (word d'Ivoire) (word Ma’am))"),
        ("những năm '90 và '80", "(all (word những) (word năm) (word '90) (word và) (word '80))"),
        (
            "source:'hà nội' title:'a b' source:'c d",
            "(all (value source \"hà nội\") (within title (phrase \"a b\")) (value source \"'c\") (word d))"
        ),
        ("a (!) (?!) (*) ( ) b", "(all (word a) (word b))"), ("(((…))) a", "(word a)"),
        ("a * b ** c *** ~ d", "(all (word a) (word b) (word c) (word d))"),
        ("**Hà Nội** họp f**k", "(all (word **Hà) (word Nội**) (word họp) (word f**k))"),
        (
            "LÃI SUẤT - TỶ GIÁ OR GIÁ VÀNG",
            "(all (word LÃI) (word SUẤT) (word TỶ) (word GIÁ) (word OR) (word GIÁ) (word VÀNG))"
        ),
    ]

    private static let pieces = [
        "thủy ", "Hà ", "an", "2015 ", "35-CT/TW ", "Covid-19 ", " - ", " -- ", " – ", "- ", "\" ", " \"", "” ", "“",
        "'",
        " ' ", "’", "‘", "″", "«", "»", "! ", "…", ": ", ", ", " (!) ", " (ảnh) ", " (Nguồn: AP) ", " ngày: ", " ** ",
        " * ",
        "~", "/", " Su -57 ", "\u{200B}", "\t", "%", "🙂", " và/hoặc ", "18:30 ",
    ]
}

/// The exact keys of a text's syllables.
func syllables(of text: String) -> [[UInt8]] {
    let found = Syllables(text)
    return found.indices.map { found.exact(at: $0) }
}

extension QueryNode {
    /// The syllables of the words and phrases that an article has to hold, in the order typed.
    var askedSyllables: [[UInt8]] {
        switch kind {
        case .word(let text), .phrase(let text): syllables(of: text)
        case .all(let parts): parts.flatMap(\.askedSyllables)
        default: []
        }
    }

    /// Whether any part of the tree excludes articles.
    var excludes: Bool {
        switch kind {
        case .not: true
        case .all(let parts), .any(let parts): parts.contains(where: \.excludes)
        default: false
        }
    }
}
