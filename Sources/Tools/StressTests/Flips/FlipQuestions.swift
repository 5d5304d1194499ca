import JSON
import Measuring
import SearchClient
import SearchProtocol
import Seeding

/// A daemon's answer to one question.
enum FlipAnswer: Equatable {
    /// A result, without the time it took.
    case result(JSONValue, titles: [String: String])
    /// An error with its code.
    case error(Int)
    /// The connection was lost because the daemon ended.
    case lost

    static func == (left: FlipAnswer, right: FlipAnswer) -> Bool {
        switch (left, right) {
        case (.result(let left, _), .result(let right, _)): left.bytes.elementsEqual(right.bytes)
        case (.error(let left), .error(let right)): left == right
        case (.lost, .lost): true
        default: false
        }
    }
}

/// Questions of every kind about an index of invented articles.
struct FlipQuestions {
    private enum Question {
        case search(SearchParams)
        case article(String)
        case similar(String)
        case suggest(String)
    }

    private var questions: [Question] = []

    init(articles: Int, numbers: inout SeededGenerator) {
        var news = InventedNews(seed: numbers.next())
        for _ in 0..<25 { questions.append(.search(SearchParams(query: String(news.sentence(1...3).dropLast())))) }
        for _ in 0..<5 {
            questions.append(.search(SearchParams(query: "\"\(news.sentence(2...2).dropLast())\"", sort: .newest)))
            questions.append(
                .search(SearchParams(query: String(news.sentence(1...1).dropLast()), facets: [.year, .source])))
            questions.append(.suggest(String(news.sentence(1...2).dropLast())))
        }
        questions.append(.search(SearchParams(query: "date:2010..2012 -covid")))
        for number in stride(from: 0, to: articles, by: max(1, articles / 20)) {
            questions.append(.article("n\(number)"))
        }
        for number in stride(from: 3, to: articles, by: max(1, articles / 4)) {
            questions.append(.similar("n\(number)"))
        }
    }

    /// Asks a daemon all questions, and repeats a question to the next daemon if one ended on it, as a client does.
    ///
    /// - Parameter client: connects to the daemon, and starts it if none runs.
    /// - Returns: the answers; `.lost` if not even the next daemon answered.
    /// - Throws: an error if no daemon can be started.
    func ask(_ client: FlipClient) throws -> [FlipAnswer] {
        try questions.map { question in
            let answer = Self.answer(to: question, on: try client.connection())
            guard answer == .lost else { return answer }
            return try client.repeating { Self.answer(to: question, on: $0) }
        }
    }

    private static func answer(to question: Question, on connection: Connection) -> FlipAnswer {
        do throws(ClientError) {
            switch question {
            case .search(let params): return known(try connection.call(.search, params))
            case .article(let id): return known(try connection.call(.article, ArticleParams(id: id)))
            case .similar(let id): return known(try connection.call(.similar, SimilarParams(id: id)))
            case .suggest(let query): return known(try connection.call(.suggest, SuggestParams(query: query)))
            }
        } catch {
            if case .answered(let answer) = error { return .error(answer.code) }
            return .lost
        }
    }

    private static func known(_ json: JSONValue) -> FlipAnswer {
        let text = String(decoding: json.bytes, as: UTF8.self)
        // The time is the last member.
        let end = text.range(of: ",\"tookMicroseconds\":")?.lowerBound ?? text.endIndex
        let rest = text[..<end] + (end == text.endIndex ? "" : "}")
        var titles: [String: String] = [:]
        if let result = try? SearchResult(json: json) { for hit in result.hits { titles[hit.id] = hit.title } }
        return .result((try? JSONValue(parsing: Array(rest.utf8))) ?? json, titles: titles)
    }
}
