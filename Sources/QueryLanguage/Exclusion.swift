extension QuerySource {
    /// The number of letters of the longest name to which a hyphen joins a number.
    private static let longestName = 5
    /// The number of digits of the longest number that a hyphen joins to a name; one digit more makes a year.
    private static let longestNumber = 3

    /// Whether the hyphen at a place excludes what follows it.
    ///
    /// A blank, an opening bracket or nothing stands before it, and none of them behind.
    func mayExclude(at hyphen: Int) -> Bool {
        let startsWord = hyphen == 0 || scalars[hyphen - 1] == "(" || scalars[hyphen - 1].properties.isWhitespace
        return startsWord && hasValue(at: hyphen + 1) && !joinsNumber(at: hyphen)
    }

    /// Whether the hyphen at a place joins a number to a short name, as many newspapers print `Su -57` and `Covid -19`.
    private func joinsNumber(at hyphen: Int) -> Bool {
        let digits = scalars[(hyphen + 1)...].prefix { ("0"..."9").contains($0) }
        guard (1...QuerySource.longestNumber).contains(digits.count) else { return false }
        let before = scalars[..<hyphen].reversed().drop { $0.properties.isWhitespace }
        let name = before.prefix { !$0.endsWord }.prefix(QuerySource.longestName + 1)
        guard name.count <= QuerySource.longestName, let first = name.last, name.allSatisfy(\.isPlainLetter) else {
            return false
        }
        return first.properties.isUppercase
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a letter of ASCII, or the sign for kelvin, which is canonically equivalent to one.
    fileprivate var isPlainLetter: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "\u{212A}"
    }
}
