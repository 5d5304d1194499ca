import ArticleModel
import Foundation

/// A test collection: documents, queries, and relevance judgements.
struct Collection {
    /// The error for a file that is not in a collection's format.
    struct FormatError: Error, CustomStringConvertible {
        let description: String
    }

    private struct Query: Decodable {
        let id: String
        let text: String
    }

    private struct Document: Decodable {
        let id: String
        let title: String?
        let text: String
    }

    /// The suffix of the name of a file with the same queries, typed without marks, as the file without the suffix.
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
        for (number, line) in try lines(of: file) {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard columns.count == 3, !columns[0].isEmpty, !columns[1].isEmpty, let relevance = Double(columns[2]),
                relevance.isFinite
            else {
                throw FormatError(
                    description: "\(file.path):\(number) is no judgement: "
                        + "write a query's id, a document's id and a number, with tabs between them")
            }
            judgements[columns[0], default: [:]][columns[1]] = relevance
        }
        return judgements
    }

    private static func lines<Line: Decodable>(of file: URL, as type: Line.Type) throws -> [Line] {
        let decoder = JSONDecoder()
        return try lines(of: file).map { number, line in
            do {
                return try decoder.decode(type, from: line)
            } catch {
                throw FormatError(
                    description: "\(file.path):\(number) cannot be read: write a JSON object with the texts id and text"
                )
            }
        }
    }

    /// The lines of a file and their numbers, counted from 1; only the part after the last line end may be empty.
    private static func lines(of file: URL) throws -> [(number: Int, line: Data)] {
        var lines = try Data(contentsOf: file).split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { $0.last == 0x0D ? $0.dropLast() : $0 }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.enumerated().map { ($0.offset + 1, Data($0.element)) }
    }
}
