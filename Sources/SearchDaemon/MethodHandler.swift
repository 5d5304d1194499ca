package import JSON
package import SearchProtocol

/// A handler that answers the requests of all sessions.
package protocol MethodHandler: Sendable {
    /// The methods served, besides those of the session itself (`initialize`, `subscribe`, `input`,
    /// `$/cancelRequest`).
    var methods: Set<Method> { get }

    /// Answers one request; the task is cancelled when the client cancels it or disconnects, or when the daemon must
    /// stop.
    ///
    /// - Parameter call: a request of one of `methods`.
    /// - Returns: the result.
    /// - Throws: the `ProtocolError` to answer with, `CancellationError` for a cancelled request, and `JSONMismatch`
    ///   for parameters that cannot be read; any other error is answered as internal.
    func handle(_ call: MethodCall) async throws -> ResponseBody
}

/// One request, as passed to a handler.
package struct MethodCall: Sendable {
    /// The method.
    package let method: Method
    /// The parameters, or nil where none were given.
    package let params: JSONValue?
    /// The unit of positions, as negotiated when the request arrived.
    package let positionEncoding: PositionEncoding
    /// The session that the request arrived in.
    package let session: Session
    /// The request's number in its session, which increases with every request.
    package let number: Int

    /// Decodes the parameters; missing ones are the same as an empty object.
    ///
    /// - Parameter type: the type to decode.
    /// - Returns: the parameters.
    /// - Throws: `ProtocolError` with -32602, naming the parameter.
    package func decode<Params: JSONReadable>(_ type: Params.Type = Params.self) throws(ProtocolError) -> Params {
        do throws(JSONMismatch) {
            return try Params(json: params ?? .emptyObject)
        } catch {
            throw ProtocolError(error)
        }
    }
}

/// The result of a request as JSON text.
package struct ResponseBody: Sendable {
    /// The text, in UTF-8 on one line.
    package let json: [UInt8]

    /// The result that a value writes.
    package init(_ value: some JSONWritable) { json = value.json }
}
