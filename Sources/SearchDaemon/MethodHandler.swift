package import JSON
package import SearchProtocol

/// What answers the requests of all sessions.
package protocol MethodHandler: Sendable {
    /// The methods that are served, besides those of the session itself (`initialize`, `subscribe`, `$/cancelRequest`).
    var methods: Set<Method> { get }

    /// Answers one request; the task is cancelled when the client cancels it, goes away, or the daemon must stop.
    ///
    /// - Parameter call: the request, of one of `methods`.
    /// - Returns: the result.
    /// - Throws: `ProtocolError` as it shall be answered, `CancellationError` for a cancelled request, and
    ///   `JSONMismatch` for parameters that cannot be read; any other error is answered as internal.
    func handle(_ call: MethodCall) async throws -> ResponseBody
}

/// One request, as a handler sees it.
package struct MethodCall: Sendable {
    /// The method.
    package let method: Method
    /// The parameters, or nil where none were given.
    package let params: JSONValue?
    /// What positions are counted in, as agreed when the request came.
    package let positionEncoding: PositionEncoding
    /// The session that it came in.
    package let session: Session
    /// Its number in its session, which rises with every request.
    package let number: Int

    /// Reads the parameters; none are the same as an empty object.
    ///
    /// - Parameter type: what to read.
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
