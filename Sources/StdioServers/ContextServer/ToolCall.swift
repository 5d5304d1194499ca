import JSON
import SearchProtocol

/// One call of a tool, until the daemon has answered.
final class ToolCall {
    /// The maximum number of periods; for more, the answer asks for a shorter time or longer periods.
    private static let mostBuckets = 400

    private let tool: Tool
    private let link: DaemonLink
    private let offset: Int
    private let finish: (ToolResult) -> Void
    private var ticket: DaemonLink.Ticket?

    /// Starts a call.
    ///
    /// - Parameters:
    ///   - tool: the tool that is called.
    ///   - arguments: its arguments.
    ///   - link: the link to the daemon.
    ///   - finish: receives the result, once.
    /// - Throws: `JSONMismatch` where the arguments do not fit the tool.
    init(
        _ tool: Tool, _ arguments: JSONValue?, link: DaemonLink, finish: @escaping (ToolResult) -> Void
    ) throws(JSONMismatch) {
        var arguments = try ToolArguments(arguments, for: tool)
        switch tool.method {
        case .article: offset = try arguments.take(ArticlePart.offset.name) ?? 0
        case .search, .similar:
            offset = arguments.offset
            arguments.add("snippets", true)
        default: offset = 0
        }
        (self.tool, self.link, self.finish) = (tool, link, finish)
        ticket = link.ask(tool.method, JSONEntries(arguments.entries)) { [self] answer in
            do throws(AskFailure) { finish(try result(of: answer)) } catch { finish(ToolResult(failure: error.line)) }
        }
    }

    /// Cancels the call.
    func cancel() {
        if let ticket { link.cancel(ticket) }
    }

    private func result(of answer: DaemonLink.Answer) throws(AskFailure) -> ToolResult {
        let structured = try answer.get()
        switch tool.method {
        case .article:
            let part = ArticlePart(of: try answer.read(), from: offset)
            return ToolResult(ToolText.article(part), JSONValue(of: part.article))
        case .timeline:
            let timeline: TimelineResult = try answer.read()
            guard timeline.buckets.count <= ToolCall.mostBuckets else {
                let count = timeline.buckets.count
                return ToolResult(
                    failure: "\(count) periods, more than the \(ToolCall.mostBuckets) of a result; count by "
                        + "longer ones, or give since and until")
            }
            return ToolResult(ToolText.timeline(timeline), structured)
        case .suggest: return ToolResult(ToolText.suggestions(try answer.read()), structured)
        default:
            return ToolResult(
                ToolText.hits(try answer.read(), offset: offset, hasRevision: tool.method == .search), structured)
        }
    }
}
