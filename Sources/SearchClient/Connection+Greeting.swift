package import JSON
package import SearchProtocol
package import UnixSockets

/// A request that is sent together with the greeting, so that the daemon is at work on it before the greeting is answered.
package struct FirstRequest: Sendable {
    let message: @Sendable (RequestID) -> [UInt8]

    /// A request; the same has to be called once the connection is there.
    package init(_ method: Method, _ params: some JSONWritable & Sendable) {
        message = { OutgoingMessage.request(id: $0, method: method.name, params: params) }
    }
}

/// What was sent together with the greeting and not called yet.
struct PipelinedRequest {
    let id: RequestID
    let message: [UInt8]
    /// The answer, where it came before anybody waited for it.
    var answer: Result<JSONValue, ProtocolError>?
}

extension Connection {
    /// Connects and greets, or gives nil where no daemon serves the socket.
    ///
    /// - Parameters:
    ///   - path: the socket.
    ///   - hello: what to say in `initialize`.
    ///   - first: what will be called first, sent in the same write; it should change nothing, as nobody knows yet whom it is sent to.
    ///   - timeout: how long each step may take.
    /// - Returns: the connection with its greeting, or nil.
    /// - Throws: `ClientError` where somebody answers, but not as a daemon of ours does.
    package static func ifServed(
        at path: SocketPath, hello: InitializeParams = InitializeParams(), asking first: FirstRequest? = nil,
        timeout: Duration = .seconds(5)
    ) throws(ClientError) -> Connection? {
        do throws(ClientError) {
            let connection = try Connection.open(path, timeout: timeout)
            try connection.greet(hello, asking: first, timeout: timeout)
            return connection
        } catch {
            switch error {
            case .daemonNotRunning, .connectionLost: return nil
            default: throw error
            }
        }
    }
}
