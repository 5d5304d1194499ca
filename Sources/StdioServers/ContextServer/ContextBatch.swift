import SearchProtocol

/// A batch of requests from one message, answered in one message; version 2025-03-26 has these.
struct ContextBatch {
    private var open: [RequestID]
    /// The answers so far.
    private(set) var answers: [[UInt8]] = []

    /// Creates a batch from the content of one message.
    init(_ messages: [IncomingMessage]) {
        open = messages.compactMap { message in
            switch message {
            case .request(let id, _, _), .invalid(let id, _): id
            case .notification, .response: nil
            }
        }
    }

    /// Whether every request is answered.
    var isComplete: Bool { open.isEmpty }

    /// Whether a request of the batch is not answered yet.
    func awaits(_ id: RequestID) -> Bool { open.contains(id) }

    /// Adds an answer; nil for a request that gets none.
    mutating func take(_ id: RequestID, _ answer: [UInt8]?) {
        if let place = open.firstIndex(of: id) { open.remove(at: place) }
        if let answer { answers.append(answer) }
    }
}
