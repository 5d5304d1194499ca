import ArticleModel
import CivilTime

/// The fields of an article as length-prefixed strings and variable-length numbers, in a fixed order.
enum ArticleFields {
    /// Marks a location whose column differs between units; otherwise the byte is the layout's number plus 1.
    fileprivate static let wideColumn: UInt8 = 0x80
    /// Added to the byte of a location behind which the place of the title follows.
    fileprivate static let withTitle: UInt8 = 0x40

    /// Encodes the fields that every hit shows or that are searched for: all except the text and the fields that are
    /// only stored.
    static func head(of article: Article) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(article.id)
        writer.write(article.title)
        writer.write(article.date)
        for text in [article.source, article.author, article.url, article.section] { writer.write(text) }
        writer.write(UInt64(article.tags.count))
        for tag in article.tags { writer.write(tag) }
        writer.write(article.location)
        return writer.bytes
    }

    /// Decodes an article from the fields that `head(of:)` wrote, or returns nil if the bytes are not such fields.
    static func article(head bytes: [UInt8]) -> Article? {
        var reader = ByteReader(bytes)
        guard let id = reader.readText(), let title = reader.readText(), let date = reader.readDate(),
            let source = reader.readOptional(), let author = reader.readOptional(), let url = reader.readOptional(),
            let section = reader.readOptional(), let tags = reader.readList({ $0.readText() }),
            let location = reader.readLocation(), reader.isAtEnd
        else { return nil }
        return Article(
            id: id, title: title, date: date.value, source: source.value, author: author.value, url: url.value,
            section: section.value, tags: tags, location: location.value)
    }

    /// Encodes the fields that are only stored; empty if there are none.
    static func rest(of article: Article) -> [UInt8] {
        let provenance = article.provenance + zone(of: article.date)
        guard !article.extra.isEmpty || !provenance.isEmpty else { return [] }
        var writer = ByteWriter()
        writer.write(UInt64(article.extra.count))
        for field in article.extra {
            writer.write(field.name)
            writer.write(field.json)
        }
        writer.write(UInt64(provenance.count))
        for entry in provenance {
            writer.write(entry.field)
            writer.write(entry.rule)
        }
        return writer.bytes
    }

    /// Adds the fields that `rest(of:)` wrote to an article, and returns false if the bytes are not such fields.
    static func add(rest bytes: [UInt8], to article: inout Article) -> Bool {
        var reader = ByteReader(bytes)
        guard let extra = reader.readExtra(), let provenance = reader.readProvenance(), reader.isAtEnd else {
            return false
        }
        (article.extra, article.provenance) = (extra, provenance)
        if let last = provenance.last, last.field == "date", last.rule.hasPrefix(zoneRule) {
            guard let offset = Int(last.rule.dropFirst(zoneRule.count)) else { return false }
            article.provenance.removeLast()
            article.date?.zoneOffset = offset
        }
        return true
    }

    /// What a rule begins with that is not one of the readers': the offset of the time zone of a date follows.
    private static let zoneRule = "UTC+"

    /// Returns the time zone of a moment, in the form of a last rule: the layout of records has no other place for it, and
    /// earlier versions show it as what it is.
    private static func zone(of date: PublicationDate?) -> [Provenance] {
        date?.zoneOffset.map { [Provenance(field: "date", rule: zoneRule + "\($0)")] } ?? []
    }

    /// A decoded value, which may have been absent when it was written.
    struct Read<Value> {
        var value: Value?
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ text: String?) {
        write(byte: text == nil ? 0 : 1)
        if let text { write(text) }
    }

    fileprivate mutating func write(_ date: PublicationDate?) {
        guard let date else { return write(byte: 0) }
        write(byte: date.secondOfDay == nil ? 1 : 2)
        write(date.day.number)
        if let second = date.secondOfDay { write(second) }
    }

    fileprivate mutating func write(_ location: ArticleLocation?) {
        guard let location else { return write(byte: 0) }
        let kind = location.column.isUniform ? location.layout.rawValue + 1 : ArticleFields.wideColumn
        write(byte: kind | (location.title == nil ? 0 : ArticleFields.withTitle))
        if !location.column.isUniform { write(byte: location.layout.rawValue) }
        write(location.path)
        write(location.line)
        write(location.column, isWide: !location.column.isUniform)
        guard let title = location.title else { return }
        write(byte: title.isVerbatim ? 1 : 0)
        write(title.line)
        write(title.column, isWide: true)
    }

    private mutating func write(_ column: TextColumn, isWide: Bool) {
        write(column.utf8)
        guard isWide else { return }
        write(column.utf16)
        write(column.utf32)
    }
}

extension ByteReader {
    mutating func readDate() -> ArticleFields.Read<PublicationDate>? {
        guard let kind = readByte(), kind <= 2 else { return nil }
        guard kind > 0 else { return ArticleFields.Read(value: nil) }
        guard let number = readSigned() else { return nil }
        guard kind == 2 else { return ArticleFields.Read(value: PublicationDate(day: Day(number: number))) }
        guard let second = readSigned() else { return nil }
        return ArticleFields.Read(value: PublicationDate(day: Day(number: number), secondOfDay: second))
    }

    mutating func readLocation() -> ArticleFields.Read<ArticleLocation>? {
        guard let byte = readByte() else { return nil }
        guard byte > 0 else { return ArticleFields.Read(value: nil) }
        let kind = byte & ~ArticleFields.withTitle
        let isWide = kind == ArticleFields.wideColumn
        guard kind > 0, let number = isWide ? readByte() : kind - 1,
            let layout = ArticleLocation.Layout(rawValue: number),
            let path = readText(), let line = readSigned(), let column = readColumn(isWide: isWide)
        else { return nil }
        var location = ArticleLocation(path: path, line: line, column: column, layout: layout)
        if byte & ArticleFields.withTitle != 0 {
            guard let title = readTitlePlace() else { return nil }
            location.title = title
        }
        return ArticleFields.Read(value: location)
    }

    private mutating func readColumn(isWide: Bool) -> TextColumn? {
        guard let utf8 = readSigned() else { return nil }
        guard isWide else { return TextColumn(ascii: utf8) }
        guard let utf16 = readSigned(), let utf32 = readSigned() else { return nil }
        return TextColumn(utf8: utf8, utf16: utf16, utf32: utf32)
    }

    private mutating func readTitlePlace() -> TitlePlace? {
        guard let flag = readByte(), flag <= 1, let line = readSigned(), let column = readColumn(isWide: true) else {
            return nil
        }
        return TitlePlace(line: line, column: column, isVerbatim: flag == 1)
    }

    mutating func readOptional() -> ArticleFields.Read<String>? {
        guard let present = readByte(), present <= 1 else { return nil }
        guard present == 1 else { return ArticleFields.Read(value: nil) }
        return readText().map { ArticleFields.Read(value: $0) }
    }

    mutating func readExtra() -> [ExtraField]? {
        readList { reader in reader.readPair().map { ExtraField(name: $0.0, json: $0.1) } }
    }

    mutating func readProvenance() -> [Provenance]? {
        readList { reader in reader.readPair().map { Provenance(field: $0.0, rule: $0.1) } }
    }

    mutating func readList<Element>(_ readElement: (inout ByteReader) -> Element?) -> [Element]? {
        guard let count = readCount() else { return nil }
        var elements: [Element] = []
        for _ in 0..<count {
            guard let element = readElement(&self) else { return nil }
            elements.append(element)
        }
        return elements
    }

    private mutating func readPair() -> (String, String)? {
        guard let first = readText(), let second = readText() else { return nil }
        return (first, second)
    }
}
