internal import FilePaths
import Glibc
package import JSON
package import SearchProtocol
package import UnixSockets

/// A request that is sent together with the greeting.
///
/// The daemon works on it before the greeting is answered.
package struct FirstRequest: Sendable {
    let message: @Sendable (RequestID) -> [UInt8]

    /// Creates a request; the same request has to be called once the connection is open.
    package init(_ method: Method, _ params: some JSONWritable & Sendable) {
        message = { OutgoingMessage.request(id: $0, method: method.name, params: params) }
    }
}

/// A request that was sent together with the greeting and has not been called yet.
struct PipelinedRequest {
    let id: RequestID
    let message: [UInt8]
    /// The answer, if it arrived before the request was called.
    var answer: Result<JSONValue, ProtocolError>?
}

extension Connection {
    /// Connects and sends the greeting, or returns nil if no daemon serves the socket.
    ///
    /// - Parameters:
    ///   - path: the socket.
    ///   - hello: the parameters of `initialize`.
    ///   - first: the first request, sent in the same write; it should change nothing, as the peer is not yet verified.
    ///   - timeout: the maximum duration of each step.
    /// - Returns: the connection with its greeting, or nil.
    /// - Throws: `ClientError` if a process answers that does not behave like a daemon of this project.
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

    /// Connects and sends the greeting, and waits for a daemon that lives but does not listen.
    ///
    /// A daemon whose socket was removed makes a new one soon, and one that is starting or ending does not listen.
    ///
    /// - Parameters:
    ///   - path: the socket.
    ///   - hello: the parameters of `initialize`.
    ///   - first: the first request, sent in the same write; it should change nothing.
    ///   - patience: the maximum duration of the wait.
    /// - Returns: the connection with its greeting, or nil where no daemon lives or it still does not listen.
    /// - Throws: `ClientError` if a process answers that does not behave like a daemon of this project.
    package static func ifRunning(
        at path: SocketPath, hello: InitializeParams = InitializeParams(), asking first: FirstRequest? = nil,
        patience: Duration = .seconds(10)
    ) throws(ClientError) -> Connection? {
        let deadline = Deadline(in: patience)
        while true {
            if let connection = try ifServed(at: path, hello: hello, asking: first) { return connection }
            if deadline.hasPassed || !LaunchLock.isDaemonAlive(at: path) { return nil }
            usleep(10_000)
        }
    }

    /// Whether the daemon at the other end serves the index in a folder, by whatever name it was given that folder.
    ///
    /// - Returns: nil where it does, or does not say what it serves; otherwise the folder that it serves.
    package func indexOther(than folder: String) -> String? {
        guard let served = greeting?.indexPath, !areSameFolder(served, folder) else { return nil }
        return served
    }
}
