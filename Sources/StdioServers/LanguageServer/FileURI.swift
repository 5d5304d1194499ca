/// Paths as `file` URIs: RFC 8089 and RFC 3986.
enum FileURI {
    private static let scheme = "file://"

    /// The URI of an absolute path.
    static func uri(of path: String) -> String {
        var uri = Array(scheme.utf8)
        for byte in path.utf8 {
            if byte == UInt8(ascii: "/") || isUnreserved(byte) { uri.append(byte) } else { uri += escaped(byte) }
        }
        return String(decoding: uri, as: UTF8.self)
    }

    /// The absolute path of a URI of this machine, or nil for any other.
    static func path(of uri: String) -> String? {
        guard uri.hasPrefix(scheme) else { return nil }
        var rest = uri.dropFirst(scheme.count)
        if rest.hasPrefix("localhost/") { rest = rest.dropFirst("localhost".count) }
        return rest.hasPrefix("/") ? resolved(rest) : nil
    }

    /// A text encoded as a file name: letters, digits, `-`, `_` and `.`, and escapes for anything else.
    static func name(of text: String) -> String {
        var name: [UInt8] = []
        for byte in text.utf8 {
            // A leading dot would hide the file.
            let isKept = isUnreserved(byte) && byte != UInt8(ascii: "~") && (byte != UInt8(ascii: ".") || !name.isEmpty)
            if isKept { name.append(byte) } else { name += escaped(byte) }
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// The text with its escapes resolved, or nil where one is truncated or the result is not UTF-8.
    static func resolved(_ text: some StringProtocol) -> String? {
        var (bytes, rest) = ([UInt8](), Array(text.utf8)[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
