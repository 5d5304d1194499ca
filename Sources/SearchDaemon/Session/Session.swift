package import JSON
package import SearchProtocol

/// One connection, as handlers see it.
package struct Session: Sendable {
    /// Its number in this run of the daemon, for the log.
    package let number: Int
    private let send: @Sendable (_ method: Method, _ topic: String, _ params: [UInt8]) -> Void

    init(number: Int, send: @escaping @Sendable (Method, String, [UInt8]) -> Void) {
        self.number = number
        self.send = send
    }

    /// Sends a notification, unless the connection is closed.
    ///
    /// To a client that does not read, only the newest notification of each topic is kept.
    ///
    /// - Parameters:
    ///   - method: the notification's name.
    ///   - topic: what it supersedes: an older notification of the same method and topic that has not been sent yet.
    ///   - params: what it says.
    package func notify(_ method: Method, topic: String = "", _ params: some JSONWritable) {
        send(method, topic, params.json)
    }

    /// Tells how far a request with a progress token has come.
    package func report(_ value: ProgressValue, token: RequestID) {
        let params = ProgressParams(token: token, value: value)
        notify(.progress, topic: String(decoding: token.json, as: UTF8.self), params)
    }
}
