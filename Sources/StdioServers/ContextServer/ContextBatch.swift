import SearchProtocol

/// Requests that came in one message, and whose answers go back in one: version 2025-03-26 has these.
struct ContextBatch {
    private var open: [RequestID]
    /// The answers so far.
    private(set) var answers: [[UInt8]] = []

    /// What came in one message.
    init(_ messages: [IncomingMessage]) {
        open = messages.compactMap { message in
            switch message {
            case .request(let id, _, _), .invalid(let id, _): id
            case .notification, .response: nil
            }
        }
    }

    /// Whether all of it is answered.
    var isComplete: Bool { open.isEmpty }

    /// Whether a request of it is not answered yet.
    func awaits(_ id: RequestID) -> Bool { open.contains(id) }

    /// Takes in an answer; nil is a request that is not answered.
    mutating func take(_ id: RequestID, _ answer: [UInt8]?) {
        if let place = open.firstIndex(of: id) { open.remove(at: place) }
        if let answer { answers.append(answer) }
    }
}
