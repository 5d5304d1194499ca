import ArticleModel
import CivilTime

/// The form in which an article's own words are kept in the database, so that snippets, phrases and a rebuild need no files.
///
/// A version byte, then the fields in a fixed order as counted strings and variable-length numbers, the body last.
/// Xapian compresses it.
enum StoredArticle {
    private static let version: UInt8 = 1

    /// The bytes of an article.
    static func encode(_ article: Article) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(byte: version)
        writer.write(article.id)
        writer.write(article.title)
        write(article.date, to: &writer)
        for text in [article.source, article.author, article.url, article.section] {
            writer.write(byte: text == nil ? 0 : 1)
            if let text { writer.write(text) }
        }
        writer.write(UInt64(article.tags.count))
        for tag in article.tags { writer.write(tag) }
        writer.write(UInt64(article.extra.count))
        for field in article.extra {
            writer.write(field.name)
            writer.write(field.json)
        }
        write(article.location, to: &writer)
        writer.write(UInt64(article.provenance.count))
        for entry in article.provenance {
            writer.write(entry.field)
            writer.write(entry.rule)
        }
        writer.write(article.body)
        return writer.bytes
    }

    /// The article that some bytes hold, or nil where they are not such a record.
    static func decode(_ bytes: [UInt8]) -> Article? {
        var reader = ByteReader(bytes)
        guard reader.readByte() == version, let id = reader.readText(), let title = reader.readText(),
            let date = readDate(&reader), let source = readOptional(&reader), let author = readOptional(&reader),
            let url = readOptional(&reader), let section = readOptional(&reader),
            let tags = readList(&reader, { $0.readText() }),
            let extra = readList(&reader, { readPair(&$0).map { ExtraField(name: $0.0, json: $0.1) } }),
            let location = readLocation(&reader),
            let provenance = readList(&reader, { readPair(&$0).map { Provenance(field: $0.0, rule: $0.1) } }),
            let body = reader.readText(), reader.isAtEnd
        else { return nil }
        return Article(
            id: id, title: title, body: body, date: date.value, source: source.value, author: author.value,
            url: url.value, section: section.value, tags: tags, extra: extra, location: location.value,
            provenance: provenance)
    }

    /// Something that was read, and may have been absent when it was written.
    private struct Read<Value> { var value: Value? }

    private static func write(_ date: PublicationDate?, to writer: inout ByteWriter) {
        guard let date else { return writer.write(byte: 0) }
        writer.write(byte: date.secondOfDay == nil ? 1 : 2)
        writer.write(date.day.number)
        if let second = date.secondOfDay { writer.write(second) }
    }

    private static func readDate(_ reader: inout ByteReader) -> Read<PublicationDate>? {
        guard let kind = reader.readByte(), kind <= 2 else { return nil }
        guard kind > 0 else { return Read(value: nil) }
        guard let number = reader.readSigned() else { return nil }
        guard kind == 2 else { return Read(value: PublicationDate(day: Day(number: number))) }
        guard let second = reader.readSigned() else { return nil }
        return Read(value: PublicationDate(day: Day(number: number), secondOfDay: second))
    }

    private static func write(_ location: ArticleLocation?, to writer: inout ByteWriter) {
        guard let location else { return writer.write(byte: 0) }
        writer.write(byte: location.layout.rawValue + 1)
        writer.write(location.path)
        writer.write(location.line)
        writer.write(location.column)
    }

    private static func readLocation(_ reader: inout ByteReader) -> Read<ArticleLocation>? {
        guard let kind = reader.readByte() else { return nil }
        guard kind > 0 else { return Read(value: nil) }
        guard let layout = ArticleLocation.Layout(rawValue: kind - 1), let path = reader.readText(),
            let line = reader.readSigned(), let column = reader.readSigned()
        else { return nil }
        return Read(value: ArticleLocation(path: path, line: line, column: column, layout: layout))
    }

    private static func readOptional(_ reader: inout ByteReader) -> Read<String>? {
        guard let present = reader.readByte(), present <= 1 else { return nil }
        guard present == 1 else { return Read(value: nil) }
        return reader.readText().map { Read(value: $0) }
    }

    private static func readPair(_ reader: inout ByteReader) -> (String, String)? {
        guard let first = reader.readText(), let second = reader.readText() else { return nil }
        return (first, second)
    }

    private static func readList<Element>(
        _ reader: inout ByteReader, _ readElement: (inout ByteReader) -> Element?
    ) -> [Element]? {
        guard let count = reader.readCount() else { return nil }
        var elements: [Element] = []
        for _ in 0..<count {
            guard let element = readElement(&reader) else { return nil }
            elements.append(element)
        }
        return elements
    }
}
