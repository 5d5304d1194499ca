import JSON
internal import SearchClient
package import SearchProtocol

/// Why a request to the daemon has no result.
package enum AskFailure: Error, Hashable, Sendable {
    /// The daemon answered with an error.
    case answered(ProtocolError)
    /// No daemon can be reached, for a reason in one line.
    case unreachable(String)

    /// Converts an error of the client, or of connecting, to a failure.
    init(_ error: any Error) {
        if let error = error as? ClientError, case .answered(let answer) = error {
            self = .answered(answer)
        } else {
            self = .unreachable(String(describing: error))
        }
    }

    /// The failure in one line.
    var line: String {
        switch self {
        case .answered(let error): error.message
        case .unreachable(let reason): reason
        }
    }
}

extension Result where Success == JSONValue, Failure == AskFailure {
    /// Decodes the result.
    ///
    /// - Parameter type: the type to decode.
    /// - Returns: the value.
    /// - Throws: `AskFailure`, also where the result is not of this type.
    func read<Output: JSONReadable>(_ type: Output.Type = Output.self) throws(AskFailure) -> Output {
        let json = try get()
        do throws(JSONMismatch) { return try Output(json: json) } catch {
            throw .unreachable(
                "the daemon does not speak this version's protocol: \(error); run tracuu daemon restart")
        }
    }
}
