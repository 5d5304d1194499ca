import ArticleModel
import Foundation

/// A retrieval collection: documents, queries, and which documents answer which query.
struct Collection {
    /// A query as somebody put it.
    struct Query: Decodable {
        let id: String
        let text: String
    }

    private struct Document: Decodable {
        let id: String
        let title: String?
        let text: String
    }

    let name: String
    let documents: [Article]
    /// The sets of queries by their files' names.
    let querySets: [(name: String, queries: [Query])]
    /// For each query the relevant documents and how relevant they are.
    let judgements: [String: [String: Double]]

    /// Reads a collection's folder.
    init(folder: URL) throws {
        name = folder.lastPathComponent
        documents = try Collection.lines(of: folder.appendingPathComponent("corpus.jsonl"), as: Document.self)
            .map { Article(id: $0.id, title: $0.title ?? "", body: $0.text) }
        querySets = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasPrefix("queries") && $0.hasSuffix(".jsonl") }
            .map { ($0, try Collection.lines(of: folder.appendingPathComponent($0), as: Query.self)) }
        var judgements: [String: [String: Double]] = [:]
        let table = try String(contentsOf: folder.appendingPathComponent("qrels.tsv"), encoding: .utf8)
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: "\t")
            guard columns.count >= 3, let relevance = Double(columns[2]) else { continue }
            judgements[String(columns[0]), default: [:]][String(columns[1])] = relevance
        }
        self.judgements = judgements
    }

    private static func lines<Line: Decodable>(of file: URL, as type: Line.Type) throws -> [Line] {
        let decoder = JSONDecoder()
        return try Data(contentsOf: file).split(separator: 0x0A).map { try decoder.decode(type, from: Data($0)) }
    }
}
