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

    /// The number of bytes of a longer value that stay in its term, before the hash.
    private static let keptBytes = 100
    private static let hashMark = UInt8(ascii: "#")

    private func shortened(_ value: [UInt8]) -> [UInt8] {
        value.prefix(TermPrefix.keptBytes) + [TermPrefix.hashMark] + ContentHash(of: value).hexadecimal.utf8
    }

    /// The beginnings of the terms of all values that begin with some bytes.
    package struct Beginnings: Hashable, Sendable {
        /// The beginnings of the terms.
        package let terms: [[UInt8]]
        /// Whether they are those of no other values; otherwise what a term has of a long value does not decide.
        package let isExact: Bool
    }

    /// Returns the beginnings of the terms of this kind of all values that begin with `value`, however long they are.
    package func beginnings(of value: [UInt8]) -> Beginnings {
        let whole = bytes + value
        if value.count <= TermPrefix.keptBytes { return Beginnings(terms: [whole], isExact: true) }
        let cut = bytes + value.prefix(TermPrefix.keptBytes) + [TermPrefix.hashMark]
        return Beginnings(terms: term(value) == whole ? [whole, cut] : [cut], isExact: false)
    }

    /// Returns the value of a term of this kind, or nil if the term may have only the beginning of it and a hash.
    package func value(of term: [UInt8]) -> [UInt8]? {
        let value = Array(term.dropFirst(bytes.count))
        let mayBeCut = value.count == TermPrefix.keptBytes + 33 && value[TermPrefix.keptBytes] == TermPrefix.hashMark
        return mayBeCut ? nil : value
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
