/// Tells from the first lines of JSON Lines that cannot be read whether the file holds something else, which is one
/// failure and not one for each line.
struct JSONLinesStart {
    /// The number of lines that decide.
    private static let lines = 20

    private let isPipe: Bool
    private var isDecided = false
    /// The failures of the lines so far, of which none looks like an object.
    private var withheld: [Unreadable] = []

    /// Begins a file, or a pipe, whose error tells how files are indexed.
    init(isPipe: Bool) { self.isPipe = isPipe }

    /// Takes a line that cannot be read.
    ///
    /// - Parameters:
    ///   - failure: Why it cannot be read.
    ///   - line: The line.
    ///   - deliver: Receives the failure, those that were withheld, or that of the whole file.
    /// - Returns: Whether the next lines should be read.
    /// - Throws: What `deliver` throws.
    mutating func continues(
        after failure: Unreadable, of line: some Collection<UInt8>, _ deliver: (FormatEvent) throws -> Void
    ) rethrows -> Bool {
        let text = line.filter { !JSONLinesStart.blanks.contains($0) }
        let isObject = text.first == UInt8(ascii: "{")
        if !isDecided, withheld.isEmpty, text.first == UInt8(ascii: "[") || isObject && text.count == 1 {
            try deliver(.damagedFile(Unreadable("is one JSON document: write one object a line")))
            return false
        }
        guard !isDecided, !isObject else {
            try release(deliver)
            try deliver(.damagedRecord(failure))
            return true
        }
        withheld.append(failure)
        guard withheld.count == JSONLinesStart.lines else { return true }
        try deliver(.damagedFile(noLines))
        withheld = []
        return false
    }

    /// Delivers what was withheld: the file is what its lines say.
    mutating func release(_ deliver: (FormatEvent) throws -> Void) rethrows {
        isDecided = true
        for failure in withheld { try deliver(.damagedRecord(failure)) }
        withheld = []
    }

    /// Ends the file.
    mutating func end(_ deliver: (FormatEvent) throws -> Void) rethrows {
        if withheld.count > 1 {
            try deliver(.damagedFile(noLines))
        } else {
            try release(deliver)
        }
    }

    /// White space, and the bytes of a byte order mark.
    private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF]

    private var noLines: Unreadable {
        Unreadable(
            "holds no JSON Lines: write one object a line"
                + (isPipe ? ", or give the paths of files as arguments" : ""))
    }
}
