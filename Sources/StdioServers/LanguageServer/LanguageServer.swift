import JSON
package import SearchProtocol

/// `tracuu lsp`: searches for editors that speak the Language Server Protocol.
package final class LanguageServer: StdioServer {
    private enum Phase { case new, running, shutDown }

    package private(set) var exitStatus: Int32?

    private let version: String
    private let link: DaemonLink
    private let files: ArticleFiles
    private let send: ([UInt8]) -> Void
    private var phase = Phase.new
    private var encoding = PositionEncoding.utf16
    private var open: [RequestID: any EditorRequest] = [:]
    private var messages = EditorMessages()

    /// Creates a server for one editor.
    ///
    /// - Parameters:
    ///   - version: the version to report.
    ///   - link: the link to the daemon.
    ///   - files: the folder for articles' files.
    ///   - send: sends the editor a message.
    package init(version: String, link: DaemonLink, files: ArticleFiles, send: @escaping ([UInt8]) -> Void) {
        (self.version, self.link, self.files, self.send) = (version, link, files, send)
    }

    package func receive(_ frame: IncomingFrame) {
        switch frame {
        case .single(let message): receive(message)
        case .batch(let messages): for message in messages { receive(message) }
        }
    }

    private func receive(_ message: IncomingMessage) {
        switch message {
        case .request(let id, let method, let params): answer(id, method, params ?? .emptyObject)
        case .notification("exit", _): exitStatus = phase == .shutDown ? 0 : 1
        case .notification("$/cancelRequest", let params):
            guard let params, let cancel = try? CancelParams(json: params) else { return }
            open[cancel.id]?.cancel()
        // Unknown notifications, such as those about opened and changed documents, are for other servers.
        case .notification, .response: break
        case .invalid(let id, let error): respond(id, error)
        }
    }

    private func answer(_ id: RequestID, _ method: String, _ params: JSONValue) {
        switch (phase, method) {
        case (.new, "initialize"): initialize(id, params)
        case (.new, _): respond(id, EditorError.notInitialized)
        case (.shutDown, _): respond(id, EditorError.isShutDown)
        case (.running, "shutdown"):
            phase = .shutDown
            respond(id, NoResult())
        case (.running, "initialize"): respond(id, ProtocolError(.invalidRequest, "initialize was sent before"))
        case (.running, _):
            do throws(JSONMismatch) { try start(id, method, params) } catch { respond(id, ProtocolError(error)) }
        }
    }

    private func initialize(_ id: RequestID, _ params: JSONValue) {
        let offered = params["capabilities"]?["general"]?["positionEncodings"]?.elements ?? []
        // The editor's list is in order of preference.
        encoding = offered.lazy.compactMap { $0.string.flatMap(PositionEncoding.init(rawValue:)) }.first ?? .utf16
        link.hello.positionEncoding = encoding
        phase = .running
        respond(id, EditorGreeting(version: version, encoding: encoding))
    }

    private func start(_ id: RequestID, _ method: String, _ params: JSONValue) throws(JSONMismatch) {
        switch method {
        case "workspace/symbol":
            var fields = try JSONFields(params)
            search(id, try fields.required("query"))
        case "textDocument/hover":
            var fields = try JSONFields(params)
            let document: JSONValue = try fields.required("textDocument")
            var documentFields = try JSONFields(document)
            hover(id, uri: try documentFields.required("uri"), at: try fields.required("position"))
        case "workspace/executeCommand":
            open[id] = try EditorCommand(params, link: link) { [self] in finish(id, $0) }
        default: respond(id, ProtocolError(.methodNotFound, "\(method) is not served"))
        }
    }

    private func search(_ id: RequestID, _ query: String) {
        // Only the newest search matters; the daemon supersedes the older one, and its articles are not needed either.
        for search in open.values where search is SymbolSearch { search.cancel() }
        open[id] = SymbolSearch(
            query, encoding: encoding, link: link, files: files, warn: { [self] in tell(messages.warning($0)) },
            finish: { [self] answer in
                if case .failure(.answered(let error)) = answer, error.known == .badQuery {
                    // An editor that searches at each keystroke would show each error; so the list is empty, and the
                    // log says why.
                    tell(messages.note(error.message))
                    finish(id, .success([SymbolInformation]()))
                } else {
                    if case .success = answer { messages.forget() }
                    finish(id, answer)
                }
            })
    }

    private func hover(_ id: RequestID, uri: String, at position: TextPosition) {
        guard let path = FileURI.path(of: uri) else {
            respond(id, NoResult())
            return
        }
        open[id] = ArticleCard(path: path, id: files.id(at: path), line: position.line, link: link) { [self] in
            finish(id, $0)
        }
    }

    private func finish(_ id: RequestID, _ answer: EditorAnswer) {
        guard open.removeValue(forKey: id) != nil else { return }
        switch answer {
        case .success(let result): respond(id, result)
        case .failure(let failure): respond(id, EditorError.answer(to: failure))
        }
    }

    private func respond(_ id: RequestID, _ result: any JSONWritable) {
        send(OutgoingMessage.response(id: id, result: result.json))
    }

    private func respond(_ id: RequestID, _ error: ProtocolError) {
        send(OutgoingMessage.response(id: id, error: error))
    }

    private func tell(_ message: [UInt8]?) {
        if let message { send(message) }
    }
}
