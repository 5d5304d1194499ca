/// The words of a command line.
enum ArgumentWords {
    /// The words behind the program's name.
    ///
    /// - Throws: `UsageError` where one is not UTF-8; `CommandLine.arguments` would replace what is wrong in it.
    static func ofProcess() throws -> [String] {
        try (0..<Int(CommandLine.argc)).dropFirst().map { index in
            guard let word = CommandLine.unsafeArgv[index] else { return "" }
            return try text(of: UnsafeRawBufferPointer(start: word, count: length(of: word)).map { $0 })
        }
    }

    /// Returns the text of a word.
    ///
    /// - Throws: `UsageError` where it is not UTF-8.
    static func text(of word: [UInt8]) throws -> String {
        if let text = String(validating: word, as: UTF8.self) { return text }
        let (shown, offset) = escaped(word)
        throw UsageError(
            description: "expected well-formed UTF-8 at byte \(offset + 1) of \(shown); "
                + "give queries, ids and paths in UTF-8, and rename a file whose name is in another encoding")
    }

    /// Returns a word with `\xE9` for each byte that is not UTF-8, and the offset of the first one.
    private static func escaped(_ word: [UInt8]) -> (shown: String, offset: Int) {
        var shown = ""
        var start = 0
        var first: Int?
        while start < word.count {
            let rest = Array(word[start...])
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: rest.span)
                shown += String(decoding: rest, as: UTF8.self)
                start = word.count
            } catch {
                first = first ?? start + error.byteOffsets.lowerBound
                shown += String(decoding: rest[..<error.byteOffsets.lowerBound], as: UTF8.self)
                for byte in rest[error.byteOffsets] { shown += "\\x" + String(byte, radix: 16, uppercase: true) }
                start += error.byteOffsets.upperBound
            }
        }
        return (shown, first ?? word.count)
    }

    private static func length(of word: UnsafePointer<CChar>) -> Int {
        var length = 0
        while word[length] != 0 { length += 1 }
        return length
    }
}
