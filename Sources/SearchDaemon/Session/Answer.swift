import JSON
internal import SearchProtocol

/// The answer to a request.
typealias Answer = Result<ResponseBody, ProtocolError>

extension MethodHandler {
    /// Answers a request in every case: every error becomes one of the protocol's.
    func answer(_ call: MethodCall) async -> Answer {
        do {
            let body = try await handle(call)
            return Task.isCancelled ? .failure(.cancelled) : .success(body)
        } catch {
            let answer = ProtocolError(anyError: error)
            return .failure(Task.isCancelled && answer.known != .cancelled ? .cancelled : answer)
        }
    }
}

extension ProtocolError {
    /// The answer to a request that was cancelled.
    static let cancelled = ProtocolError(.cancelled, "the request was cancelled")

    /// Converts any error that a handler threw to an answer.
    fileprivate init(anyError error: any Error) {
        switch error {
        case let error as ProtocolError: self = error
        case let error as JSONMismatch: self.init(error)
        case is CancellationError: self = .cancelled
        default: self.init(.internalError, "internal error: \(String(describing: error).prefix(300))")
        }
    }
}
