/// The errors of the protocol: one table for the daemon, the client and the documentation.
package enum ErrorCode: Int, CaseIterable, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case cancelled = -32800
    case contentModified = -32801
    case badQuery = -32001
    case deadlinePassed = -32002
    case indexUnusable = -32003
    case busy = -32004
    case tooLarge = -32005

    /// The number in the error object.
    package var number: Int { rawValue }

    /// The name of the error, in words joined by hyphens.
    package var name: String { row.name }

    /// The meaning of the error, as a sentence without a full stop.
    package var meaning: String { row.meaning }

    private var row: (name: String, meaning: String) {
        switch self {
        case .parseError: ("parse-error", "The text is not JSON, or the framing is neither of the two")
        case .invalidRequest: ("invalid-request", "The JSON is no request of JSON-RPC 2.0")
        case .methodNotFound: ("method-not-found", "The daemon serves no method of this name")
        case .invalidParams: ("invalid-params", "A parameter is missing, unknown or of the wrong type")
        case .internalError: ("internal-error", "The daemon failed in a way that it has no number for")
        case .cancelled: ("cancelled", "The request was cancelled, or the daemon is stopping")
        case .contentModified:
            ("content-modified", "The index has changed since that revision; search again from the first page")
        case .badQuery: ("bad-query", "The query cannot be read; data has column, length and expected")
        case .deadlinePassed: ("deadline-passed", "The answer was not found in the time allowed")
        case .indexUnusable: ("index-unusable", "The index cannot be used; data has reason and recovery")
        case .busy: ("busy", "Too many connections or requests, or writing is suspended; ask again later")
        case .tooLarge: ("too-large", "The message or what it asks for is over a limit")
        }
    }
}
