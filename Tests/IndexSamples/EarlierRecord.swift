package import ArticleModel
import IndexStorage
package import Xapian

/// Articles as schema versions 1 and 2 stored them.
package enum EarlierRecord {
    /// The record of an article.
    package static func record(of article: Article) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(byte: 1)
        writer.write(article.id)
        writer.write(article.title)
        writer.write(byte: article.date == nil ? 0 : article.date?.secondOfDay == nil ? 1 : 2)
        if let date = article.date { writer.write(date.day.number) }
        if let second = article.date?.secondOfDay { writer.write(second) }
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
        writer.write(byte: article.location.map { $0.layout.rawValue + 1 } ?? 0)
        if let location = article.location {
            writer.write(location.path)
            writer.write(location.line)
            writer.write(location.column.utf8)
        }
        writer.write(UInt64(article.provenance.count))
        for entry in article.provenance {
            writer.write(entry.field)
            writer.write(entry.rule)
        }
        writer.write(article.body)
        return writer.bytes
    }

    /// A document with such a record; schema 1 had no hash, schema 2 had it in a value slot.
    package static func document(of article: Article, schema: Int) -> Document {
        var encoder = ArticleEncoder()
        var document = encoder.encode(article).document
        document.data = record(of: article)
        if schema > 1 {
            document.setValue(ContentHash(of: document.data).bytes, slot: StoredArticle.earlierHashSlot)
        }
        return document
    }
}
