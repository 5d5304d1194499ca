package import Vietnamese

/// The prefixes that distinguish the kinds of term in one index.
///
/// They follow Xapian's conventions (Q, S, A, H, P, U, K, G, Y, M, D; X for custom ones), so that `xapian-delve` and
/// other tools can read the index. Everything after a prefix is lower case or a digit, so no prefix can be confused
/// with the beginning of a term.
package enum TermPrefix: String, Sendable, CaseIterable {
    /// An exact syllable of the title or the body.
    case syllable = ""
    /// A folded syllable, if it differs from the exact one.
    case foldedSyllable = "XF"
    /// A folded bigram of the title or the body.
    case foldedBigram = "XB"
    /// An exact syllable of the title.
    case titleSyllable = "S"
    /// A folded syllable of the title, if it differs from the exact one.
    case titleFoldedSyllable = "XSF"
    /// A folded bigram of the title.
    case titleFoldedBigram = "XSB"
    /// The article's id.
    case id = "Q"
    /// A run of the author's name.
    case author = "A"
    /// A run of the source's name.
    case source = "H"
    /// A run of the section's name.
    case section = "G"
    /// A run of a tag.
    case tag = "K"
    /// The file's path, and each folder above it.
    case path = "P"
    /// The web address, and its host.
    case url = "U"
    /// The number of an official document.
    case reference = "XR"
    /// The year of publication, `Y2015`.
    case year = "Y"
    /// The month of publication, `M201503`.
    case month = "M"
    /// The day of publication, `D20150319`.
    case day = "D"
    /// The offset of the time zone to which the moment of publication was brought, in seconds: `XZ25200`.
    case timeZone = "XZ"

    /// The name of the kind of term, in a word or two for people.
    package var name: String {
        switch self {
        case .syllable: "syllable"
        case .foldedSyllable: "other reading"
        case .foldedBigram: "bigram"
        case .titleSyllable: "title syllable"
        case .titleFoldedSyllable: "title reading"
        case .titleFoldedBigram: "title bigram"
        case .id: "id"
        case .author: "author"
        case .source: "source"
        case .section: "section"
        case .tag: "tag"
        case .path: "path"
        case .url: "url"
        case .reference: "reference"
        case .year: "year"
        case .month: "month"
        case .day: "day"
        case .timeZone: "time zone"
        }
    }

    /// Determines the kind of a term: everything after a prefix is lower case or a digit, so the longest matching
    /// prefix is its own.
    package init(of term: [UInt8]) {
        let fitting = TermPrefix.allCases.filter { term.starts(with: $0.bytes) }
        self = fitting.max { $0.rawValue.utf8.count < $1.rawValue.utf8.count } ?? .syllable
    }

    /// The prefix as the bytes of a term.
    package var bytes: [UInt8] { Array(rawValue.utf8) }

    /// Returns the term of this kind for `value`, cut to the length that Xapian accepts: a longer one ends in its hash.
    package func term(_ value: some Sequence<UInt8>) -> [UInt8] {
        let term = bytes + value
        let size = term.reduce(0) { $0 + ($1 == 0 ? 2 : 1) }
        return size <= TermPrefix.longestTerm ? term : bytes + shortened(Array(value))
    }

    /// Returns the term of this kind for `value`.
    package func term(_ value: String) -> [UInt8] { term(value.utf8) }

    /// The maximum length of a term; Xapian accepts 245 bytes, with each zero byte counted twice.
    private static let longestTerm = 200

    private func shortened(_ value: [UInt8]) -> [UInt8] {
        value.prefix(100) + Array("#".utf8) + ContentHash(of: value).hexadecimal.utf8
    }
}

extension TermPrefix {
    /// The kinds of term that a text produces, for one part of the article.
    package static let textNgrams = NgramPrefixes(
        exact: TermPrefix.syllable.bytes, folded: TermPrefix.foldedSyllable.bytes,
        bigram: TermPrefix.foldedBigram.bytes)

    /// The additional kinds of term that the title produces.
    package static let titleNgrams = NgramPrefixes(
        exact: TermPrefix.titleSyllable.bytes, folded: TermPrefix.titleFoldedSyllable.bytes,
        bigram: TermPrefix.titleFoldedBigram.bytes)
}
