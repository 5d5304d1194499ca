extension String {
    /// The text on one line, with each run of white space as one space and without terminal control characters.
    package var singleLine: String {
        if let line = singleLineOfLetters { return line }
        return split { $0.isWhitespace || $0.isNewline }.map { String($0).withoutControls }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// The same, for a text of only Latin letters, common signs, spaces and line feeds.
    ///
    /// Nearly all texts are of this kind, and this path is much faster.
    private var singleLineOfLetters: String? {
        var line: [UInt8] = []
        line.reserveCapacity(utf8.count)
        var isAfterSpace = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20, 0x0A:
                isAfterSpace = true
                continue
            // A mark after a space would form one character with it.
            case 0x300...0x36F where !isAfterSpace && !line.isEmpty: break
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027: break
            default: return nil
            }
            if isAfterSpace, !line.isEmpty { line.append(0x20) }
            isAfterSpace = false
            line.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// The text with its line feeds and tabs, and without any other terminal control character.
    package var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.steersTerminal || $0 == "\n" || $0 == "\t" }))
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character, or one that changes the direction of the text after it.
    package var steersTerminal: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        return properties.generalCategory == .control || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value)
    }
}
