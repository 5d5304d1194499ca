import CivilTime
import IndexStorage
import Postings
import SearchEngine

/// This project's search in this process, without a socket.
final class TracuuReader: MeasuredEngine {
    let name = "tracuu in the process"
    let reading = WordReading.asTyped
    private let reader: ArticleReader

    /// Opens a reader of an index, and loads everything that searches share.
    init(index: String) async throws {
        reader = ArticleReader(folder: IndexFolder(path: index))
        try await reader.readLexicon()
    }

    func ask(_ question: Question) async throws -> Answer {
        let (clock, cpu) = (ContinuousClock.now, ProcessorClock.own.now)
        var request = request(question)
        request.countTo = 0
        let result = try await reader.search(request)
        let (spent, wall) = (ProcessorClock.own.now - cpu, clock.duration(to: .now))
        return Answer(cpu: spent, wall: wall.nanoseconds, ids: result.hits.map(\.article.id))
    }

    func count(_ question: Question) async throws -> Total? {
        let total = try await reader.search(request(question)).total
        return Total(value: total.value, isExact: total.isExact)
    }

    private func request(_ question: Question) -> SearchRequest {
        let query = TracuuQuery(question)
        var request = SearchRequest(query: query.text, today: Day(number: 0))
        request.matching = query.matching
        request.isTyping = question.kind == .beginning
        request.wantsSnippets = false
        return request
    }
}

/// A query in this project's language.
struct TracuuQuery {
    /// The query text.
    let text: String
    /// The rule for how many of the words must match.
    let matching: SearchRequest.Matching

    init(_ question: Question) {
        let words = question.kind.match == .phrase ? "\"\(question.text)\"" : question.text
        text = question.year.map { "\(words) date:\($0)" } ?? words
        matching =
            switch question.kind.match {
            case .any: question.kind.isAuto ? .auto : .any
            case .every, .phrase, .beginning: .all
            }
    }
}
