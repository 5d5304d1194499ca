/// Letters that decompose into a letter and one combining mark.
///
/// Canonical decompositions of lower-case Latin-1 Supplement, Latin Extended-A, -B and Additional, Greek, Cyrillic and
/// kana, one step each, from UnicodeData.txt (Unicode 14; they are stable between versions). Other scripts are kept as
/// typed.
enum CanonicalDecomposition {
    /// The letter and the mark that a lower-case letter decomposes into, or nil where it does not decompose.
    static func of(_ letter: Unicode.Scalar) -> (letter: Unicode.Scalar, mark: Unicode.Scalar)? {
        byLetter[letter]
    }

    private static let byLetter: [Unicode.Scalar: (letter: Unicode.Scalar, mark: Unicode.Scalar)] = {
        var result: [Unicode.Scalar: (letter: Unicode.Scalar, mark: Unicode.Scalar)] = [:]
        result.reserveCapacity(1024)
        for (mark, pairs) in pairsByMark + PolytonicGreek.pairsByMark {
            var base: Unicode.Scalar?
            for scalar in pairs.unicodeScalars {
                if let letter = base {
                    result[scalar] = (letter, mark)
                    base = nil
                } else {
                    base = scalar
                }
            }
        }
        return result
    }()

    /// For each mark: a letter, that letter with the mark, the next letter, and so on.
    private static let pairsByMark: [(mark: Unicode.Scalar, pairs: String)] = [
        ("\u{300}", "aàeèiìoòuùüǜnǹеѐиѝēḕōṑwẁâầăằêềôồơờưừyỳ"),
        ("\u{301}", "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿϊΐαάεέηήιίϋΰοόυύωώϒϓгѓкќçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"),
        ("\u{302}", "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
        ("\u{303}", "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
        ("\u{304}", "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳиӣуӯgḡḷḹṛṝ"),
        ("\u{306}", "aăeĕgğiĭoŏuŭийуўжӂаӑеӗȩḝạặ"),
        ("\u{307}", "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
        ("\u{308}", "aäeëiïoöuüyÿιϊυϋϒϔеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹhḧõṏūṻwẅxẍtẗ"),
        ("\u{309}", "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
        ("\u{30A}", "aåuůwẘyẙ"),
        ("\u{30B}", "oőuűуӳ"),
        ("\u{30C}", "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
        ("\u{30F}", "aȁeȅiȉoȍrȑuȕѵѷ"),
        ("\u{311}", "aȃeȇiȋoȏrȓuȗ"),
        ("\u{31B}", "oơuư"),
        ("\u{323}", "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
        ("\u{324}", "uṳ"),
        ("\u{325}", "aḁ"),
        ("\u{326}", "sștț"),
        ("\u{327}", "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
        ("\u{328}", "aąeęiįuųoǫ"),
        ("\u{32D}", "dḓeḙlḽnṋtṱuṷ"),
        ("\u{32E}", "hḫ"),
        ("\u{330}", "eḛiḭuṵ"),
        ("\u{331}", "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
        (
            "\u{3099}",
            "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"
        ),
        ("\u{309A}", "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
    ]
}
