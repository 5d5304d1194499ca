import JSON
import SearchClient
import SearchProtocol

/// A daemon that answers, and the way to the next one should it end between two requests.
///
/// A daemon that ends because it is idle may do so in the very moment in which somebody connects.
final class DaemonAccess {
    /// The connection.
    private(set) var connection: Connection
    private let reconnect: () throws -> Connection?

    /// A connection, and what makes another.
    init(_ connection: Connection, reconnect: @escaping () throws -> Connection?) {
        self.connection = connection
        self.reconnect = reconnect
    }

    /// Asks what changes nothing, and once more of the next daemon where this one ends before it answers.
    ///
    /// - Parameters:
    ///   - method: what to ask.
    ///   - params: the parameters.
    /// - Returns: the result.
    /// - Throws: `ClientError`.
    func ask<Output: JSONReadable>(_ method: Method, _ params: (some JSONWritable)?) throws -> Output {
        do {
            return try connection.call(method, params, returning: Output.self)
        } catch ClientError.connectionLost(let path, let reason) {
            guard let next = try reconnect() else { throw ClientError.connectionLost(path: path, reason: reason) }
            connection = next
            return try next.call(method, params, returning: Output.self)
        }
    }
}
