package import JSON
package import SearchClient
package import SearchProtocol

/// A connection to the daemon on which many requests can be in flight.
///
/// It connects with the first request. When the connection breaks, unanswered requests are repeated once on the next
/// one, because no request here changes the index.
package final class DaemonLink {
    /// The result of a request, as the daemon wrote it.
    package typealias Answer = Result<JSONValue, AskFailure>

    /// The identity of a request, independent of the connection.
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

    /// The maximum number of requests in flight: the daemon rejects more than 64 on a connection.
    private static let window = 32

    /// The parameters of `initialize`, sent at the beginning of a connection.
    package var hello: InitializeParams
    private let connect: (InitializeParams) throws -> Connection
    private var connection: Connection?
    private var waiting: [Question] = []
    private var asked: [RequestID: Question] = [:]
    private var lastTicket = 0

    /// Creates a link that is not connected yet.
    ///
    /// - Parameters:
    ///   - hello: the parameters of `initialize`.
    ///   - connect: connects and sends `initialize`, and starts the daemon where none runs.
    package init(hello: InitializeParams, connect: @escaping (InitializeParams) throws -> Connection) {
        self.hello = hello
        self.connect = connect
    }

    /// Whether no request is pending.
    package var isIdle: Bool { waiting.isEmpty && asked.isEmpty }

    /// Whether `advance` has a request that can be sent now.
    var hasUnasked: Bool { !waiting.isEmpty && asked.count < DaemonLink.window }

    /// The descriptor to poll, and whether for writing too; nil where there is no connection.
    package var interest: (descriptor: Int32, writes: Bool)? { connection.map { ($0.descriptor, $0.hasUnwritten) } }

    /// Adds a request; its answer is delivered by `advance`, never during this call.
    ///
    /// - Parameters:
    ///   - method: a method that does not change the index.
    ///   - params: the parameters.
    ///   - answer: receives the result, once.
    /// - Returns: the ticket with which the request can be cancelled.
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

    /// Cancels a request, which the daemon then answers as cancelled; one that was not sent yet is answered here.
    package func cancel(_ ticket: Ticket) {
        if let place = waiting.firstIndex(where: { $0.ticket == ticket }) {
            let question = waiting.remove(at: place)
            question.answer(.failure(.answered(ProtocolError(.cancelled, "the request was cancelled"))))
        } else if let id = asked.first(where: { $0.value.ticket == ticket })?.key {
            connection?.putCancellation(of: id)
            connection?.write()
        }
    }

    /// Connects where requests are waiting, sends as many as the window allows, and delivers answers.
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

    /// Drops the connection, and queues every request again that was not repeated before.
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
