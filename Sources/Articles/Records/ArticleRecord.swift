internal import ArticleModel
internal import CivilTime
import FoundationEssentials

/// The fields of an article, as read from JSON or front matter, before they become an article.
struct ArticleRecord {
    private(set) var article = Article(id: "")
    private let limits: ReadingLimits

    /// The rule of a value that was given but could not be read.
    static let unreadableRule = "unreadable"

    /// Sorts known fields into an article and keeps the rest.
    ///
    /// A known field other than the id, title and body that has a wrong type or cannot be read is kept as it is among
    /// the extra fields, with the rule `unreadable`.
    ///
    /// - Parameters:
    ///   - fields: The fields, sorted by name.
    ///   - limits: The limits, whose time zone the date is converted to.
    /// - Throws: `Unreadable` where the id, title or body has a wrong type.
    init(_ fields: [RecordField], limits: ReadingLimits) throws {
        self.limits = limits
        for field in fields where field.value != .null {
            switch field.name {
            case "id": article.id = try ArticleRecord.id(field.value)
            case "title": article.title = try ArticleRecord.text(field)
            case "body": article.body = try ArticleRecord.text(field)
            case "date": keep(field, ArticleRecord.date(field.value, limits: limits), in: \.date)
            case "source": keep(field, ArticleRecord.word(field.value), in: \.source)
            case "author": keep(field, ArticleRecord.author(field.value), in: \.author)
            case "url": keep(field, ArticleRecord.word(field.value), in: \.url)
            case "section": keep(field, ArticleRecord.word(field.value), in: \.section)
            case "tags":
                if let tags = ArticleRecord.tags(field.value) { article.tags = tags } else { keepUnread(field) }
            default: article.extra.append(ExtraField(name: field.name, json: field.value.jsonText))
            }
        }
    }

    private mutating func keep<Value>(
        _ field: RecordField, _ value: Value?, in place: WritableKeyPath<Article, Value?>
    ) {
        if let value { article[keyPath: place] = value } else if !field.value.isBlank { keepUnread(field) }
    }

    private mutating func keepUnread(_ field: RecordField) {
        article.extra.append(ExtraField(name: field.name, json: field.value.jsonText))
        article.provenance.append(Provenance(field: field.name, rule: ArticleRecord.unreadableRule))
    }

    private static func id(_ value: RecordValue) throws -> String {
        switch value {
        case .string(let string): return string.isBlank ? "" : string
        case .number(let digits): return ArticleRecord.shortest(digits)
        default: throw Unreadable("has an id that is neither a string nor a number: write it as a string")
        }
    }

    /// The digits of a number in one form, as some programs write an id of 17 as `17.0`.
    private static func shortest(_ digits: String) -> String {
        guard digits.utf8.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) else { return digits }
        return Decimal(string: digits)?.description ?? digits
    }

    private static func text(_ field: RecordField) throws -> String {
        guard case .string(let string) = field.value else {
            throw Unreadable("has a \(field.name) that is not a string: write it as one")
        }
        return string
    }

    private static func word(_ value: RecordValue) -> String? {
        guard case .string(let string) = value, !string.isBlank else { return nil }
        return String(string.trimmed)
    }

    private static func author(_ value: RecordValue) -> String? {
        guard case .array(let values) = value else { return word(value) }
        let names = values.compactMap(word)
        return names.isEmpty || names.count < values.count ? nil : names.joined(separator: ", ")
    }

    private static func tags(_ value: RecordValue) -> [String]? {
        switch value {
        case .string(let string):
            return string.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
        case .array(let values):
            let tags = values.compactMap(word)
            return tags.count == values.filter { !$0.isBlank }.count ? tags : nil
        default: return nil
        }
    }

    private static func date(_ value: RecordValue, limits: ReadingLimits) -> PublicationDate? {
        guard case .string(let string) = value else { return nil }
        return DateText.date(string, offset: limits.timeZoneOffset)
    }
}
