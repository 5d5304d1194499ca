import JSON
package import SearchProtocol

/// `tracuu mcp`: tools for assistants that speak the Model Context Protocol.
package final class ContextServer: StdioServer {
    /// It exits only at the end of its input.
    package let exitStatus: Int32? = nil

    private let version: String
    private let link: DaemonLink
    private let send: ([UInt8]) -> Void
    private var agreed: ContextVersion?
    private var calls: [RequestID: ToolCall] = [:]
    private var batches: [ContextBatch] = []

    /// Creates a server for one client.
    ///
    /// - Parameters:
    ///   - version: the version to report.
    ///   - link: the link to the daemon.
    ///   - send: sends the client a message.
    package init(version: String, link: DaemonLink, send: @escaping ([UInt8]) -> Void) {
        (self.version, self.link, self.send) = (version, link, send)
    }

    package func receive(_ frame: IncomingFrame) {
        switch frame {
        case .single(let message): receive(message)
        case .batch(let messages):
            batches.append(ContextBatch(messages))
            for message in messages { receive(message) }
        }
    }

    private func receive(_ message: IncomingMessage) {
        switch message {
        case .request(let id, let method, let params): answer(id, method, params ?? .emptyObject)
        case .notification("notifications/cancelled", let params):
            if let id = params?["requestId"].flatMap({ try? RequestID(json: $0) }) { cancel(id) }
        case .notification, .response: break
        case .invalid(let id, let error): release(id, OutgoingMessage.response(id: id, error: error))
        }
    }

    private func answer(_ id: RequestID, _ method: String, _ params: JSONValue) {
        switch method {
        case "initialize":
            let version = ContextVersion.agreed(on: params["protocolVersion"]?.string)
            agreed = version
            respond(id, ContextGreeting(name: "tracuu", version: self.version, agreed: version).json)
        case "ping": respond(id, JSONValue.emptyObject.json)
        case "tools/list", "tools/call":
            guard let agreed else {
                respond(id, ProtocolError(.invalidRequest, "the client has to send initialize first"))
                return
            }
            if method == "tools/call" {
                call(id, params, agreed)
            } else {
                respond(id, ToolListing(version: agreed).json)
            }
        default: respond(id, ProtocolError(.methodNotFound, "\(method) is not served"))
        }
    }

    private func call(_ id: RequestID, _ params: JSONValue, _ version: ContextVersion) {
        guard let name = params["name"]?.string, let tool = Tool.all.first(where: { $0.name == name }) else {
            let names = Tool.all.map(\.name).joined(separator: ", ")
            respond(id, ProtocolError(.invalidParams, "name: expected one of \(names)"))
            return
        }
        do throws(JSONMismatch) {
            calls[id] = try ToolCall(tool, params["arguments"], link: link) { [self] result in
                if calls.removeValue(forKey: id) != nil { respond(id, result.json(in: version)) }
            }
        } catch {
            // The assistant chose the arguments, and can correct them.
            respond(id, ToolResult(failure: error.description).json(in: version))
        }
    }

    /// Cancels a call, which is then not answered.
    private func cancel(_ id: RequestID) {
        guard let call = calls.removeValue(forKey: id) else { return }
        call.cancel()
        release(id, nil)
    }

    private func respond(_ id: RequestID, _ result: [UInt8]) {
        release(id, OutgoingMessage.response(id: id, result: result))
    }

    private func respond(_ id: RequestID, _ error: ProtocolError) {
        release(id, OutgoingMessage.response(id: id, error: error))
    }

    /// Sends an answer, or holds one of a batch until the others are there; nil for a request that gets none.
    private func release(_ id: RequestID, _ answer: [UInt8]?) {
        guard let place = batches.firstIndex(where: { $0.awaits(id) }) else {
            if let answer { send(answer) }
            return
        }
        batches[place].take(id, answer)
        guard batches[place].isComplete else { return }
        let answers = batches.remove(at: place).answers
        if !answers.isEmpty { send(OutgoingMessage.batch(answers)) }
    }
}
