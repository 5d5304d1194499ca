extension String {
    /// The text on one line, with runs of white space as one space and nothing in it that steers a terminal.
    package var singleLine: String {
        if let line = singleLineOfLetters { return line }
        return split { $0.isWhitespace || $0.isNewline }.map { String($0).withoutControls }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// The same, where there are only Latin letters, common signs, spaces and ends of lines: nearly always, and found much sooner.
    private var singleLineOfLetters: String? {
        var line: [UInt8] = []
        line.reserveCapacity(utf8.count)
        var isAfterSpace = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20, 0x0A:
                isAfterSpace = true
                continue
            // A mark behind a space would make one character with it.
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

    /// The text with its lines, and nothing else in it that steers a terminal.
    package var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.steersTerminal || $0 == "\n" || $0 == "\t" }))
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character, or one that turns the direction of what comes after it.
    package var steersTerminal: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        return properties.generalCategory == .control || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value)
    }
}
