import ArgumentParser
import ArticleIndex
import ArticleModel
import CivilTime
import Foundation

/// Reads an index in every way that the daemon does, and prints a digest of each answer.
struct FlipProbe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "flip-probe", shouldDisplay: false)

    @Argument var index: String
    @Argument var queries: String

    func run() async throws {
        let reader = ArticleReader(folder: IndexFolder(path: index))
        let lines = try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n").map(String.init)
        for line in lines {
            let digest = await answer(line, reader)
            FileHandle.standardOutput.write(Data("\(line)\t\(digest)\n".utf8))
        }
    }

    private func answer(_ line: String, _ reader: ArticleReader) async -> String {
        let kind = line.prefix { $0 != " " }
        let rest = String(line.dropFirst(kind.count + 1))
        do {
            switch kind {
            case "search", "newest", "typing", "facets":
                var request = SearchRequest(query: rest, today: Day(number: 20_778))
                if kind == "newest" { request.order = .newest }
                request.isTyping = kind == "typing"
                if kind == "facets" { request.facets = Facet.allCases }
                let result = try await reader.search(request)
                let hits = result.hits.map { "\($0.article) \($0.score) \($0.snippet?.text ?? "")" }
                return digest("\(result.total) \(hits) \(result.facets)")
            case "article":
                return digest("\(String(describing: try await reader.article(id: rest)))")
            case "similar":
                return digest("\(try await reader.similar(SimilarRequest(id: rest)).hits.map(\.article.id))")
            case "suggest":
                return digest("\(try await reader.suggestions(for: rest, limit: 10))")
            default:
                return digest("\(try await reader.statistics())")
            }
        } catch {
            return "error \(error)".split(separator: "\n").joined(separator: " ")
        }
    }

    private func digest(_ text: String) -> String { ContentHash(of: Array(text.utf8)).hexadecimal }
}
