/// A kind of query: how many syllables, and what they ask of an article.
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

    /// What the syllables ask of an article.
    enum Match: String, Encodable {
        /// At least one of them.
        case any
        /// Each of them, anywhere.
        case every
        /// All of them, side by side.
        case phrase
        /// Each of them, the last one as the beginning of a syllable.
        case beginning
    }

    /// What the syllables ask of an article.
    var match: Match {
        switch self {
        case .fourAny, .twelveAny, .fourAuto, .twelveAuto, .one: .any
        case .fourEvery, .fourUnmarked, .fourInYear: .every
        case .fourPhrase, .twoPhrase: .phrase
        case .beginning: .beginning
        }
    }

    /// How many syllables a query may have.
    var lengths: ClosedRange<Int> {
        switch self {
        case .fourAny, .fourAuto, .fourPhrase, .fourEvery, .fourUnmarked, .fourInYear: 4...4
        case .twelveAny, .twelveAuto: 10...12
        case .twoPhrase, .beginning: 2...2
        case .one: 1...1
        }
    }

    /// Whether this project is asked in its default way, and the others for any word.
    ///
    /// The articles with every word come first then, and those that lack some where there are not enough.
    var isAuto: Bool { self == .fourAuto || self == .twelveAuto }

    /// Whether the marks are left out.
    var isUnmarked: Bool { self == .fourUnmarked }

    /// Whether only the articles of one year are asked for.
    var isOfOneYear: Bool { self == .fourInYear }
}
