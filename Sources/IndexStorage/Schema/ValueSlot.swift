package import ArticleModel
import CivilTime

/// The value slots of a document; their numbers are part of the schema.
///
/// Slot 1 had the hash of the stored article up to schema 2.
package enum ValueSlot: UInt32, Sendable, CaseIterable {
    /// When the article was published, in a form whose bytes sort as dates do; absent where unknown.
    case published = 0
    /// The newspaper or site as spelled, for counting; absent where unknown.
    case source = 2
    /// Who wrote it as spelled, for counting; absent where unknown.
    case author = 3

    /// The value of an article that can be counted, or nil where it has none.
    package func value(of article: Article) -> [UInt8]? {
        switch self {
        case .published: article.date?.slotValue
        case .source: article.source.flatMap(ValueSlot.name)
        case .author: article.author.flatMap(ValueSlot.name)
        }
    }

    /// Values are read for every article counted, so that a longer name is cut.
    private static let longestName = 120

    /// A name on one line, or nil where nothing of it is left.
    private static func name(_ text: String) -> [UInt8]? {
        var name = text.prefix(4 * longestName).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while name.utf8.count > longestName { name.removeLast() }
        return name.isEmpty ? nil : Array(name.utf8)
    }
}

extension PublicationDate {
    /// The date as a sortable value: `20150319`, with `T215400` behind it where the time is known.
    fileprivate var slotValue: [UInt8] {
        let digits = description.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
        return Array(digits)
    }
}
