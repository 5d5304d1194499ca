import ArticleModel
import Foundation
import Postings
import Xapian

/// Stock Xapian, in this process: its TermGenerator with positions and no stemmer, its QueryParser, its weights.
final class StockXapian: MeasuredEngine {
    let name = "stock Xapian"
    let reading = WordReading.asWritten
    private let database: Database

    /// Opens a database that `build` made.
    init(path: String) throws {
        database = try Database(path: path)
    }

    func answers(_ kind: QueryKind) -> Bool { !kind.isUnmarked }

    func ask(_ question: Question) async throws -> Answer {
        let (start, cpu) = (ContinuousClock.now, ProcessorClock.own.now)
        let documents = try matches(question, limit: 10).items.map { try StockXapian.document(database, $0.document) }
        let (spent, wall) = (ProcessorClock.own.now - cpu, start.duration(to: .now))
        return Answer(cpu: spent, wall: wall.nanoseconds, ids: documents.map(\.id))
    }

    func count(_ question: Question) async throws -> Total? {
        // The QueryParser expands a prefix to the hundred most frequent words only.
        guard question.kind != .beginning else { return nil }
        return Total(value: try matches(question, limit: 0, checkAtLeast: .max).lowerBound, isExact: true)
    }

    private func matches(_ question: Question, limit: Int, checkAtLeast: Int = 0) throws -> MatchSet {
        let isPhrase = question.kind.match == .phrase
        return try database.stockMatches(
            isPhrase ? "\"\(question.text)\"" : question.text, limit: limit, checkAtLeast: checkAtLeast,
            everyWord: question.kind.match != .any, isPartial: question.kind == .beginning,
            booleanTerm: question.year.map(StockXapian.term(year:)) ?? [])
    }

    private static func term(year: Int) -> [UInt8] { Array("Y\(year)".utf8) }

    private static func document(_ database: Database, _ number: DocumentID) throws -> (id: String, title: String) {
        let lines = try database.data(of: number).split(
            separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        let texts = lines.prefix(2).map { String(decoding: $0, as: UTF8.self) }
        return (texts.first ?? "", texts.last ?? "")
    }

    /// Builds a database of the articles that `articles` provides one by one, and compacts it.
    ///
    /// - Parameters:
    ///   - path: The folder of the database; another one beside it is used meanwhile.
    ///   - articles: Calls its argument with each article.
    /// - Returns: The number of articles.
    /// - Throws: `XapianError`.
    static func build(at path: String, _ articles: ((Article) throws -> Void) throws -> Void) throws -> Int {
        let growing = path + ".growing"
        defer { try? FileManager.default.removeItem(atPath: growing) }
        let database = try WritableDatabase(path: growing, opening: .create, options: .noSync)
        var (count, bytes) = (0, 0)
        try articles { article in
            // The text is in NFC, because Xapian treats a letter and its combining marks as two words.
            let texts = [article.title, article.body].map(\.precomposedStringWithCanonicalMapping)
            let title = texts[0].replacing("\n", with: " ")
            try database.addStock(
                texts, data: Array("\(article.id)\n\(title)\n\(texts[1])".utf8),
                booleanTerm: article.date.map { term(year: $0.day.year) } ?? [])
            count += 1
            bytes += texts[0].utf8.count + texts[1].utf8.count
            guard bytes > 16 << 20 else { return }
            // Xapian commits only by number of documents, which takes much memory with positions.
            try database.commit()
            bytes = 0
        }
        try database.close()
        try Database.compact(from: [growing], to: path)
        return count
    }
}
