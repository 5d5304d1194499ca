import JSON

/// The headers before a message in the Language Server Protocol's base protocol.
enum HeaderBlock {
    /// The length from the headers; headers other than `Content-Length` are ignored.
    ///
    /// - Parameter headers: the lines; empty ones are skipped.
    /// - Returns: the message's length in bytes, 0 or more.
    /// - Throws: `FrameError.badHeader` where the length is missing, given twice or not a number.
    static func contentLength(in headers: ArraySlice<UInt8>) throws(FrameError) -> Int {
        var length: Int?
        // A carriage return and a line feed are one character.
        for line in String(decoding: headers, as: UTF8.self).split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            guard let colon = line.firstIndex(of: ":") else { throw .badHeader("a line without a colon") }
            guard line[..<colon].lowercased() == "content-length" else { continue }
            guard length == nil else { throw .badHeader("Content-Length is given twice") }
            let digits = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            let trimmed = digits.prefix { $0 != " " && $0 != "\t" }
            guard trimmed.utf8.allSatisfy({ JSONByte.isDigit($0) }), let value = Int(trimmed) else {
                throw .badHeader("Content-Length is no number that a machine can hold")
            }
            length = value
        }
        guard let length else { throw .badHeader("Content-Length is missing") }
        return length
    }
}
