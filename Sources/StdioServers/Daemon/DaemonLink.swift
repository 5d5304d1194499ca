package import JSON
package import SearchClient
package import SearchProtocol

/// The way to the daemon, on which many questions are under way at once.
///
/// It connects with the first question. When the connection breaks, what was not answered is asked once more on the next one,
/// for nothing that is asked here changes the index.
package final class DaemonLink {
    /// The result of a question, as the daemon wrote it.
    package typealias Answer = Result<JSONValue, AskFailure>

    /// What names a question here, whatever the connection.
    package struct Ticket: Hashable, Sendable {
        fileprivate let number: Int
    }

    private struct Question {
        let ticket: Ticket
        let method: Method
        let params: JSONValue
        let answer: (Answer) -> Void
        var wasAsked = false
    }

    /// Questions that the daemon has at one time: it refuses more than 64 of a connection.
    private static let window = 32

    /// What the daemon is told at the beginning of a connection.
    package var hello: InitializeParams
    private let connect: (InitializeParams) throws -> Connection
    private var connection: Connection?
    private var waiting: [Question] = []
    private var asked: [RequestID: Question] = [:]
    private var lastTicket = 0

    /// A link that is not connected yet.
    ///
    /// - Parameters:
    ///   - hello: what to say in `initialize`.
    ///   - connect: connects and greets, and starts the daemon where none runs.
    package init(hello: InitializeParams, connect: @escaping (InitializeParams) throws -> Connection) {
        self.hello = hello
        self.connect = connect
    }

    /// Whether no question is open.
    package var isIdle: Bool { waiting.isEmpty && asked.isEmpty }

    /// Whether `advance` has something to ask that can be asked at once.
    var hasUnasked: Bool { !waiting.isEmpty && asked.count < DaemonLink.window }

    /// What to wait on, and whether for writing too; nil where there is no connection.
    package var interest: (descriptor: Int32, writes: Bool)? { connection.map { ($0.descriptor, $0.hasUnwritten) } }

    /// Asks; the answer comes while the link advances, never at once.
    ///
    /// - Parameters:
    ///   - method: what to ask, which changes nothing.
    ///   - params: the parameters.
    ///   - answer: told the result, once.
    /// - Returns: what to cancel the question by.
    @discardableResult
    package func ask(
        _ method: Method, _ params: some JSONWritable, answer: @escaping (Answer) -> Void
    ) -> Ticket {
        lastTicket += 1
        let ticket = Ticket(number: lastTicket)
        let params = JSONValue(of: params) ?? .emptyObject
        waiting.append(Question(ticket: ticket, method: method, params: params, answer: answer))
        return ticket
    }

    /// Has the daemon stop working on a question, which it then answers as cancelled; one that it has not got is answered here.
    package func cancel(_ ticket: Ticket) {
        if let place = waiting.firstIndex(where: { $0.ticket == ticket }) {
            let question = waiting.remove(at: place)
            question.answer(.failure(.answered(ProtocolError(.cancelled, "the request was cancelled"))))
        } else if let id = asked.first(where: { $0.value.ticket == ticket })?.key {
            connection?.putCancellation(of: id)
            connection?.write()
        }
    }

    /// Connects where something waits to be asked, asks what the window has room for, and hands out what was answered.
    package func advance() {
        deliver()
        send()
    }

    private func send() {
        guard !waiting.isEmpty else { return }
        if connection == nil {
            do { connection = try connect(hello) } catch {
                let failed = waiting
                waiting = []
                for question in failed { question.answer(.failure(AskFailure(error))) }
                return
            }
        }
        guard let connection else { return }
        while asked.count < DaemonLink.window, !waiting.isEmpty {
            let question = waiting.removeFirst()
            asked[connection.put(question.method, question.params)] = question
        }
        connection.write()
    }

    private func deliver() {
        guard let connection else { return }
        connection.write()
        let messages: [IncomingMessage]
        do { messages = try connection.messages() } catch {
            lose(error)
            return
        }
        for message in messages {
            guard case .response(let id, let result) = message, let question = asked.removeValue(forKey: id) else {
                continue
            }
            question.answer(result.mapError { .answered($0) })
        }
    }

    /// Gives the connection up, and has everything asked again that was not repeated before.
    private func lose(_ error: ClientError) {
        connection = nil
        let open = asked.values.sorted { $0.ticket.number < $1.ticket.number }
        asked = [:]
        let again = open.filter { !$0.wasAsked }.map { question in
            var question = question
            question.wasAsked = true
            return question
        }
        waiting = again + waiting
        for question in open where question.wasAsked { question.answer(.failure(AskFailure(error))) }
    }
}
