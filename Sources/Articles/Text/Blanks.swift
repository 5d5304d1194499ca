extension StringProtocol {
    /// The text without the white space and byte order marks around it.
    ///
    /// It is trimmed scalar by scalar, so nothing is composed.
    var trimmed: SubSequence {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }) else { return self[endIndex...] }
        guard let last = scalars.lastIndex(where: { !$0.isBlank }) else { return self[endIndex...] }
        return self[first..<scalars.index(after: last)]
    }

    /// Whether the text has only white space and byte order marks.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}

extension Unicode.Scalar {
    /// Whether the scalar is white space, the byte order mark or the zero-width space.
    fileprivate var isBlank: Bool {
        value < 0x80
            ? value == 0x20 || (0x09...0x0D).contains(value)
            : properties.isWhitespace || value == 0xFEFF || value == 0x200B
    }
}
