import JSON
import SearchProtocol
import Testing

@testable import StdioServers

/// A client of a server: the messages it sends and receives.
final class Conversation {
    private(set) var received: [JSONValue] = []
    let link: DaemonLink
    // What the link leads to lasts as long as the conversation.
    private let daemon: PlayedDaemon?
    private var server: (any StdioServer)?

    /// A conversation with a server that asks a daemon, or finds none.
    init(
        _ daemon: PlayedDaemon?,
        _ server: (_ link: DaemonLink, _ send: @escaping ([UInt8]) -> Void) -> any StdioServer
    ) {
        self.daemon = daemon
        link = daemon?.link() ?? DaemonLink(hello: InitializeParams()) { _ in throw NoDaemon() }
        self.server = server(link) { [unowned self] message in
            if let json = try? JSONValue(parsing: message) { received.append(json) }
        }
    }

    var exitStatus: Int32? { server?.exitStatus }

    /// Sends a JSON text as it is.
    func send(_ json: String) { server?.receive(IncomingFrame(bytes: Array(json.utf8))) }

    /// Sends a request, and waits for whatever the daemon has to say.
    ///
    /// - Returns: the answer, or nil where none came.
    func ask(_ id: Int, _ method: String, _ params: String = "{}") -> JSONValue? {
        send(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#)
        link.settle()
        return answer(to: id)
    }

    /// Sends a notification.
    func tell(_ method: String, _ params: String = "{}") {
        send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#)
    }

    /// The answer to a request.
    func answer(to id: Int) -> JSONValue? { received.last { $0["id"]?.number == String(id) } }

    /// The params of the notifications with a name.
    func notifications(_ method: String) -> [JSONValue] {
        received.filter { $0["method"]?.string == method }.compactMap { $0["params"] }
    }
}

extension JSONValue {
    /// The value's JSON text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Why nothing can be asked.
private struct NoDaemon: Error, CustomStringConvertible {
    let description = "no daemon"
}
