import JSON
import SearchProtocol

/// `workspace/executeCommand`: calls a method of the daemon, with that method's parameters and result.
final class EditorCommand: EditorRequest {
    /// The methods that have a command.
    private static let methods: [Method] = [.search, .similar, .timeline, .cite, .suggest, .article, .status]
    private static let prefix = "tracuu."

    /// The commands' names.
    static var names: [String] { methods.map { prefix + $0.name } }

    private let link: DaemonLink
    private var ticket: DaemonLink.Ticket?

    /// Starts a command.
    ///
    /// - Parameters:
    ///   - params: those of `workspace/executeCommand`: the command's name, and a list of at most one object.
    ///   - link: the link to the daemon.
    ///   - finish: receives the result.
    /// - Throws: `JSONMismatch` where there is no such command, or its arguments are more than one object.
    init(
        _ params: JSONValue, link: DaemonLink, finish: @escaping (EditorAnswer) -> Void
    ) throws(JSONMismatch) {
        var fields = try JSONFields(params)
        let name: String = try fields.required("command")
        let arguments: [JSONValue] = try fields.optional("arguments") ?? []
        guard let method = EditorCommand.methods.first(where: { EditorCommand.prefix + $0.name == name }) else {
            let names = EditorCommand.names.joined(separator: ", ")
            throw JSONMismatch(reason: "expected one of \(names)").under(key: "command")
        }
        guard arguments.count <= 1, arguments.allSatisfy({ $0.kind == .object }) else {
            throw JSONMismatch(reason: "expected one object, the parameters of \(method.name)").under(key: "arguments")
        }
        self.link = link
        ticket = link.ask(method, arguments.first ?? .emptyObject) { answer in finish(answer.map { $0 }) }
    }

    func cancel() {
        if let ticket { link.cancel(ticket) }
    }
}
