package import ArticleModel
import CivilTime

/// The value slots of a document; their numbers are part of the schema.
///
/// Up to schema 2, slot 1 had the hash of the stored article.
package enum ValueSlot: UInt32, Sendable, CaseIterable {
    /// The moment of publication, in a form whose bytes sort as dates do; absent if unknown.
    case published = 0
    /// The newspaper or site as spelled, for counting; absent if unknown.
    case source = 2
    /// The author as spelled, for counting; absent if unknown.
    case author = 3

    /// Returns the value of an article that can be counted, or nil if it has none.
    package func value(of article: Article) -> [UInt8]? {
        switch self {
        case .published: article.date?.slotValue
        case .source: article.source.flatMap(ValueSlot.name)
        case .author: article.author.flatMap(ValueSlot.name)
        }
    }

    /// The maximum length of a name: values are read for every article counted, so longer names are cut.
    private static let longestName = 120

    /// Returns a name on one line, or nil if nothing of it is left.
    private static func name(_ text: String) -> [UInt8]? {
        var name = text.prefix(4 * longestName).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while name.utf8.count > longestName { name.removeLast() }
        return name.isEmpty ? nil : Array(name.utf8)
    }
}

extension PublicationDate {
    /// The date as a sortable value: `20150319`, followed by `T215400` if the time is known.
    fileprivate var slotValue: [UInt8] {
        let digits = description.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
        return Array(digits)
    }
}
