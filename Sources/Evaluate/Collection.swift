import ArticleModel
import Foundation

/// A retrieval collection: documents, queries, and which documents answer which query.
struct Collection {
    private struct Query: Decodable {
        let id: String
        let text: String
    }

    private struct Document: Decodable {
        let id: String
        let title: String?
        let text: String
    }

    /// The end of the names of files that hold queries typed without marks, those of the file without it.
    private static let unmarkedEnd = "-nodiac.jsonl"

    let name: String
    let documents: [Article]
    /// The sets of queries by their files' names.
    let querySets: [QuerySet]

    /// Reads a collection's folder.
    init(folder: URL) throws {
        name = folder.lastPathComponent
        documents = try Collection.lines(of: folder.appendingPathComponent("corpus.jsonl"), as: Document.self)
            .map { Article(id: $0.id, title: $0.title ?? "", body: $0.text) }
        let judgements = try Collection.judgements(folder.appendingPathComponent("qrels.tsv"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasPrefix("queries") && $0.hasSuffix(".jsonl") }
        var querySets: [QuerySet] = []
        for file in files where !file.hasSuffix(Collection.unmarkedEnd) {
            let base = String(file.dropLast(".jsonl".count))
            var unmarked: [String: String] = [:]
            if files.contains(base + Collection.unmarkedEnd) {
                let path = folder.appendingPathComponent(base + Collection.unmarkedEnd)
                for query in try Collection.lines(of: path, as: Query.self) { unmarked[query.id] = query.text }
            }
            let queries = try Collection.lines(of: folder.appendingPathComponent(file), as: Query.self)
            querySets.append(
                QuerySet(
                    name: base,
                    questions: queries.map {
                        QuerySet.Question(
                            id: $0.id, text: $0.text, answers: judgements[$0.id] ?? [:], unmarked: unmarked[$0.id])
                    }))
        }
        self.querySets = querySets
    }

    private static func judgements(_ file: URL) throws -> [String: [String: Double]] {
        var judgements: [String: [String: Double]] = [:]
        let table = try String(contentsOf: file, encoding: .utf8)
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: "\t")
            guard columns.count >= 3, let relevance = Double(columns[2]) else { continue }
            judgements[String(columns[0]), default: [:]][String(columns[1])] = relevance
        }
        return judgements
    }

    private static func lines<Line: Decodable>(of file: URL, as type: Line.Type) throws -> [Line] {
        let decoder = JSONDecoder()
        return try Data(contentsOf: file).split(separator: 0x0A).map { try decoder.decode(type, from: Data($0)) }
    }
}
