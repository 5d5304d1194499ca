package import JSON
package import SearchProtocol

/// One connection, as passed to handlers.
package struct Session: Sendable {
    /// Its number in this run of the daemon, for the log.
    package let number: Int
    /// What the client sends with `input`.
    package let input: ClientInput
    private let send: @Sendable (_ method: Method, _ topic: String, _ params: [UInt8]) -> Void

    init(number: Int, input: ClientInput, send: @escaping @Sendable (Method, String, [UInt8]) -> Void) {
        self.number = number
        self.input = input
        self.send = send
    }

    /// Sends a notification, unless the connection is closed.
    ///
    /// To a client that does not read, only the newest notification of each topic is kept.
    ///
    /// - Parameters:
    ///   - method: the notification's name.
    ///   - topic: the topic; the notification supersedes an unsent older one of the same method and topic.
    ///   - params: the parameters.
    package func notify(_ method: Method, topic: String = "", _ params: some JSONWritable) {
        send(method, topic, params.json)
    }

    /// Reports the progress of a request that has a progress token.
    package func report(_ value: ProgressValue, token: RequestID) {
        let params = ProgressParams(token: token, value: value)
        notify(.progress, topic: String(decoding: token.json, as: UTF8.self), params)
    }
}
