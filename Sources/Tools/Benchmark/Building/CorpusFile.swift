import ArticleModel
import Foundation
import JSON

/// Articles as JSON Lines, the input of `tracuu index` and every other engine.
enum CorpusFile {
    /// Writes articles, one per line.
    static func write(_ articles: [Article], to path: String) throws {
        try Data().write(to: URL(fileURLWithPath: path))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var lines: [UInt8] = []
        for article in articles {
            lines += line(of: article)
            if lines.count > 4 << 20 {
                try file.write(contentsOf: lines)
                lines.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: lines)
    }

    /// The line of an article.
    static func line(of article: Article) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("id", article.id)
            writer.field("title", article.title)
            writer.field("body", article.body)
            writer.field("date", article.date?.description)
            writer.field("source", article.source)
            writer.field("author", article.author)
            writer.field("url", article.url)
            writer.field("section", article.section)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
