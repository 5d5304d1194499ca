package import JSON

/// One received message of JSON-RPC 2.0.
package enum IncomingMessage: Sendable {
    /// A request, which must be answered once.
    case request(id: RequestID, method: String, params: JSONValue?)
    /// A notification, which is never answered.
    case notification(method: String, params: JSONValue?)
    /// A response.
    case response(id: RequestID, result: Result<JSONValue, ProtocolError>)
    /// Something that is not a message, with its id where that is known and the error to answer.
    case invalid(id: RequestID, ProtocolError)

    /// Reads one message object.
    ///
    /// Keys beyond those of JSON-RPC are ignored; `params` of null is the same as none.
    package init(json: JSONValue) {
        guard json.kind == .object else {
            self = .invalid(id: .null, ProtocolError(.invalidRequest, "a message must be a JSON object"))
            return
        }
        let given = json["id"]
        let id = given.flatMap { try? RequestID(json: $0) }
        func invalid(_ reason: String) -> IncomingMessage {
            .invalid(id: id ?? .null, ProtocolError(.invalidRequest, reason))
        }
        if given != nil, id == nil {
            self = invalid("id: expected a string or a number")
        } else if json["jsonrpc"]?.string != "2.0" {
            self = invalid("jsonrpc: expected \"2.0\"")
        } else if let method = json["method"] {
            guard let name = method.string else {
                self = invalid("method: expected a string")
                return
            }
            let params = json["params"].flatMap { $0.kind == .null ? nil : $0 }
            if let params, params.kind != .object, params.kind != .array {
                self = invalid("params: expected an object")
            } else {
                self =
                    id.map { .request(id: $0, method: name, params: params) }
                    ?? .notification(method: name, params: params)
            }
        } else if let id, let result = json["result"] {
            self = .response(id: id, result: .success(result))
        } else if let id, let error = json["error"].flatMap({ try? ProtocolError(json: $0) }) {
            self = .response(id: id, result: .failure(error))
        } else {
            self = invalid("method: missing")
        }
    }
}

/// The content of one frame.
package enum IncomingFrame: Sendable {
    /// One message.
    case single(IncomingMessage)
    /// Several messages, whose answers are sent together.
    case batch([IncomingMessage])

    /// Reads a frame; content that cannot be read becomes an invalid message with the error to answer.
    ///
    /// - Parameters:
    ///   - bytes: JSON text.
    ///   - batchLimit: the maximum number of messages in a batch; a longer one is treated as one message that is too
    ///     large.
    package init(bytes: [UInt8], batchLimit: Int = .max) {
        do throws(JSONSyntaxError) {
            let json = try JSONValue(parsing: bytes)
            guard json.kind == .array else {
                self = .single(IncomingMessage(json: json))
                return
            }
            let elements = json.elements
            guard elements.count <= batchLimit else {
                let reason = "a batch of \(elements.count) messages; send at most \(batchLimit)"
                self = .single(.invalid(id: .null, ProtocolError(.tooLarge, reason)))
                return
            }
            self =
                elements.isEmpty
                ? .single(.invalid(id: .null, ProtocolError(.invalidRequest, "an empty batch")))
                : .batch(elements.map { IncomingMessage(json: $0) })
        } catch {
            self = .single(.invalid(id: .null, ProtocolError(.parseError, error.description)))
        }
    }
}
