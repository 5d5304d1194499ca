/// Why the bytes of a connection can no longer be split into frames.
package enum FrameError: Error, Hashable, Sendable {
    /// The first bytes begin neither framing; the first one that is no white space is given.
    case unknownFraming(firstByte: UInt8)
    /// A frame is longer than the limit, in bytes.
    case tooLarge(limit: Int)
    /// A frame that had begun was not complete after the given number of milliseconds.
    case unfinished(milliseconds: Int)
    /// The headers before a frame cannot be read.
    case badHeader(String)
}

extension FrameError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .unknownFraming(let byte):
            "a connection must begin with headers such as Content-Length or with a JSON text; what begins with byte 0x"
                + String(byte, radix: 16) + " is neither"
        case .tooLarge(let limit): "a message is longer than \(limit) bytes; send it in parts or raise the limit"
        case .unfinished(let milliseconds):
            "a message was begun and not finished within \(milliseconds) ms; send it whole, or raise limits.frameTime"
        case .badHeader(let reason): "the headers of a message cannot be read: \(reason)"
        }
    }

    /// The error to answer before the connection is closed.
    package var answer: ProtocolError {
        switch self {
        case .tooLarge: ProtocolError(.tooLarge, description)
        case .unknownFraming, .badHeader, .unfinished: ProtocolError(.parseError, description)
        }
    }
}
