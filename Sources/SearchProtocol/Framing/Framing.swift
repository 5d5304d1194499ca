/// The way messages are delimited on a connection.
package enum Framing: Hashable, Sendable {
    /// The base protocol of the Language Server Protocol: `Content-Length: N`, an empty line, N bytes.
    case contentLength
    /// One JSON text per line.
    case lines

    /// The bytes before a message of the given length in bytes.
    package func prefix(forLength length: Int) -> String {
        self == .contentLength ? "Content-Length: \(length)\r\n\r\n" : ""
    }

    /// The bytes after a message.
    package var suffix: String { self == .lines ? "\n" : "" }

    /// A message with its frame around it.
    ///
    /// - Parameter message: JSON text, for `lines` without a line feed.
    /// - Returns: the bytes to send.
    package func frame(_ message: [UInt8]) -> [UInt8] {
        Array(prefix(forLength: message.count).utf8) + message + Array(suffix.utf8)
    }
}
