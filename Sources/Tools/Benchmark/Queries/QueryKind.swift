/// A kind of query: the number of syllables, and how an article must match them.
enum QueryKind: String, CaseIterable {
    case fourAny = "4 syllables, any"
    case twelveAny = "10-12 syllables, any"
    case fourAuto = "4 syllables, auto"
    case twelveAuto = "10-12 syllables, auto"
    case fourPhrase = "4 syllables, phrase"
    case twoPhrase = "2 syllables, phrase"
    case fourEvery = "4 syllables, every word"
    case fourUnmarked = "4, every word, no marks"
    case fourInYear = "4, every word, one year"
    case one = "1 syllable"
    case beginning = "2, the last one letter long"

    /// How an article must match the syllables.
    enum Match: String, Encodable {
        /// At least one of them.
        case any
        /// Each of them, anywhere.
        case every
        /// All of them, adjacent and in order.
        case phrase
        /// Each of them, the last one as a prefix of a syllable.
        case beginning
    }

    /// How an article must match the syllables.
    var match: Match {
        switch self {
        case .fourAny, .twelveAny, .fourAuto, .twelveAuto, .one: .any
        case .fourEvery, .fourUnmarked, .fourInYear: .every
        case .fourPhrase, .twoPhrase: .phrase
        case .beginning: .beginning
        }
    }

    /// The number of syllables of a query.
    var lengths: ClosedRange<Int> {
        switch self {
        case .fourAny, .fourAuto, .fourPhrase, .fourEvery, .fourUnmarked, .fourInYear: 4...4
        case .twelveAny, .twelveAuto: 10...12
        case .twoPhrase, .beginning: 2...2
        case .one: 1...1
        }
    }

    /// Whether this project uses its default matching, and the others match any word.
    ///
    /// The articles with every word then come first, followed by those that lack some where there are not enough.
    var isAuto: Bool { self == .fourAuto || self == .twelveAuto }

    /// Whether the marks are left out.
    var isUnmarked: Bool { self == .fourUnmarked }

    /// Whether the query is restricted to the articles of one year.
    var isOfOneYear: Bool { self == .fourInYear }
}
