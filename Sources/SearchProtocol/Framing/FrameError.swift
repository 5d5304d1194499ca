/// Why the bytes of a connection can no longer be taken apart into frames.
package enum FrameError: Error, Hashable, Sendable {
    /// The first byte announces neither framing.
    case unknownFraming(firstByte: UInt8)
    /// A frame is longer than the limit, in bytes.
    case tooLarge(limit: Int)
    /// The headers before a frame cannot be read.
    case badHeader(String)
}

extension FrameError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .unknownFraming(let byte):
            "a connection must begin with Content-Length or with a JSON text, not with byte 0x"
                + String(byte, radix: 16)
        case .tooLarge(let limit): "a message is longer than \(limit) bytes; send it in parts or raise the limit"
        case .badHeader(let reason): "the headers of a message cannot be read: \(reason)"
        }
    }

    /// The error to answer before the connection is closed.
    package var answer: ProtocolError {
        switch self {
        case .tooLarge: ProtocolError(.tooLarge, description)
        case .unknownFraming, .badHeader: ProtocolError(.parseError, description)
        }
    }
}
