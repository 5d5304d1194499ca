import Measuring
import Seeding

/// Data that no well-behaved client sends.
enum SoakGarbage {
    /// Some bytes, or data that begins like a message.
    static func piece(_ numbers: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<8, using: &numbers) {
        case 0: (0..<Int.random(in: 1...2_000, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        case 1: Array("Content-Length: 1073741824\r\n\r\n{".utf8)
        case 2: Array("Content-Length: -1\r\n\r\n".utf8)
        case 3:
            Array(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"search\",\"params\":{\"query\":\"\u{1EBF}".utf8.dropLast(1))
                + [0x0A]
        case 4: Array(String(repeating: "[", count: 10_000).utf8) + [0x0A]
        case 5: Array("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":7}\n".utf8)
        case 6: Array("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"search\",\"params\":{\"query\":\"(((((\"}}\n".utf8)
        default: Array("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"nothing\"}\n{\"jsonrpc\"".utf8)
        }
    }
}
