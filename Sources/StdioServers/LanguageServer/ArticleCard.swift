import JSON
import SearchProtocol

/// `textDocument/hover`: the metadata of the article that the document shows.
///
/// The document is a file of `ArticleFiles`, or one that was indexed. Where a file has several articles, it is the one
/// whose record is at the line.
final class ArticleCard: EditorRequest {
    /// The maximum number of articles of one file that are examined.
    private static let limit = 50

    private let path: String
    private let line: Int
    private let link: DaemonLink
    private let finish: (EditorAnswer) -> Void
    private var ticket: DaemonLink.Ticket?

    /// Starts to find the article.
    ///
    /// - Parameters:
    ///   - path: the document's path.
    ///   - id: the article's id, where the document is a file of `ArticleFiles`.
    ///   - line: the line in the document, counted from 0.
    ///   - link: the link to the daemon.
    ///   - finish: receives the card, or null where the document shows no article of the index.
    init(
        path: String, id: String?, line: Int, link: DaemonLink, finish: @escaping (EditorAnswer) -> Void
    ) {
        (self.path, self.line, self.link, self.finish) = (path, line, link, finish)
        if let id {
            ask(for: id)
        } else {
            let params = NarrowParams(query: "", field: "path", value: path)
            ticket = link.ask(.narrow, params) { [self] in search($0) }
        }
    }

    func cancel() {
        if let ticket { link.cancel(ticket) }
    }

    private func search(_ answer: DaemonLink.Answer) {
        read(answer, as: NarrowResult.self) { narrowed in
            let params = SearchParams(query: narrowed.query, limit: ArticleCard.limit, snippets: false)
            ticket = link.ask(.search, params) { [self] in choose($0) }
        }
    }

    private func choose(_ answer: DaemonLink.Answer) {
        read(answer, as: SearchResult.self) { result in
            // The field matches folders too.
            let hits = result.hits.filter { $0.path == path }
            let isAlone = hits.count == 1 && result.total.value == 1
            let chosen = isAlone ? hits.first : hits.first { $0.line == line && $0.layout == .record }
            if let chosen { ask(for: chosen.id) } else { finish(.success(NoResult())) }
        }
    }

    private func ask(for id: String) {
        ticket = link.ask(.article, ArticleParams(id: id)) { [self] answer in
            read(answer, as: ArticleResult.self) { finish(.success(Hover(markdown: ArticleFacts.card(of: $0)))) }
        }
    }

    /// Continues with a result; an article or a path that is not in the index is not an error here.
    private func read<Output: JSONReadable>(
        _ answer: DaemonLink.Answer, as type: Output.Type, _ use: (Output) -> Void
    ) {
        do throws(AskFailure) {
            use(try answer.read(type))
        } catch {
            if case .answered(let answered) = error, answered.known == .invalidParams {
                finish(.success(NoResult()))
            } else {
                finish(.failure(error))
            }
        }
    }
}

/// The content that an editor shows beside the cursor.
struct Hover: JSONWritable {
    let markdown: String

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("contents", JSONEntries([("kind", "markdown"), ("value", markdown)]))
        }
    }
}

/// `null`.
struct NoResult: JSONWritable {
    func write(to writer: inout JSONWriter) { writer.null() }
}
