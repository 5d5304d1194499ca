import JSON
import SearchProtocol

/// The errors of LSP that the daemon's protocol does not have.
enum EditorError {
    /// A request before `initialize`.
    static let notInitialized = error(-32_002, "the client has to send initialize first")
    /// A request after `shutdown`.
    static let isShutDown = ProtocolError(.invalidRequest, "the server is shut down; send exit")

    /// The error for an editor where the daemon gave no result.
    ///
    /// LSP defines the daemon's own error codes differently, so they all map to one code, a failed request. The
    /// daemon's error is in `data`.
    static func answer(to failure: AskFailure) -> ProtocolError {
        guard case .answered(let answered) = failure else { return requestFailed(failure.line, data: nil) }
        switch answered.known {
        case .badQuery, .deadlinePassed, .indexUnusable, .busy, .tooLarge:
            return requestFailed(answered.message, data: JSONValue(of: answered))
        default: return answered
        }
    }

    private static func requestFailed(_ message: String, data: JSONValue?) -> ProtocolError {
        error(-32_803, "tracuu: " + message, data: data)
    }

    private static func error(_ code: Int, _ message: String, data: JSONValue? = nil) -> ProtocolError {
        var error = ProtocolError(.internalError, message, data: data)
        error.code = code
        return error
    }
}
