package import JSON

/// Messages of JSON-RPC 2.0 as JSON texts of one line, not yet framed.
package enum OutgoingMessage {
    /// A request; no `params` key where there are none.
    package static func request(id: RequestID, method: String, params: (some JSONWritable)?) -> [UInt8] {
        message { writer in
            writer.field("id", id)
            writer.field("method", method)
            writer.field("params", params)
        }
    }

    /// A notification; no `params` key where there are none.
    package static func notification(method: String, params: (some JSONWritable)?) -> [UInt8] {
        message { writer in
            writer.field("method", method)
            writer.field("params", params)
        }
    }

    /// A notification whose params are JSON text on one line.
    package static func notification(method: String, writtenParams: [UInt8]) -> [UInt8] {
        notification(method: method, params: WrittenJSON(bytes: writtenParams))
    }

    /// The answer to a request; `result` is JSON text on one line.
    package static func response(id: RequestID, result: [UInt8]) -> [UInt8] {
        Array(responseParts(id: id, result: result).joined())
    }

    /// The answer to a request in parts, so that a long result need not be copied into a message first.
    package static func responseParts(id: RequestID, result: [UInt8]) -> [[UInt8]] {
        let head = Array(#"{"jsonrpc":"2.0","id":"#.utf8) + id.json + Array(#","result":"#.utf8)
        return [head, result, [UInt8(ascii: "}")]]
    }

    /// The answer to a request that failed.
    package static func response(id: RequestID, error: ProtocolError) -> [UInt8] {
        message { writer in
            writer.field("id", id)
            writer.field("error", error)
        }
    }

    /// Answers of a batch in one message.
    package static func batch(_ responses: [[UInt8]]) -> [UInt8] {
        responses.map { WrittenJSON(bytes: $0) }.json
    }

    private static func message(_ fields: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("jsonrpc", "2.0")
            fields(&writer)
        }
        return writer.bytes
    }
}

/// JSON text that was written before.
private struct WrittenJSON: JSONWritable {
    let bytes: [UInt8]

    func write(to writer: inout JSONWriter) { writer.written(bytes) }
}
