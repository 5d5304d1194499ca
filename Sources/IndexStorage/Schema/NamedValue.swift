import Vietnamese

/// The name of a source, an author, a section or a tag, as runs of syllables; any of these runs finds it.
///
/// `Nguyễn Hồng Hạnh` is found by `hong hanh` as well as by the whole name. Marks are left to verification.
package struct NamedValue {
    private let folded: [[UInt8]]

    /// The maximum length of indexed runs; a longer query is cut to it and verified.
    package static let longestRun = 8

    package init(_ text: String) {
        let syllables = Syllables(text)
        folded = syllables.indices.map { syllables.folded(at: $0) }
    }

    /// Whether the name contains nothing searchable.
    package var isEmpty: Bool { folded.isEmpty }

    /// The terms, without their prefix, of every run of syllables.
    package var runs: Set<[UInt8]> {
        var runs: Set<[UInt8]> = []
        for start in folded.indices {
            for end in start..<min(folded.count, start + NamedValue.longestRun) {
                runs.insert(Array(folded[start...end].joined(separator: [0x20])))
            }
        }
        return runs
    }

    /// The term, without its prefix, that an article must have to contain this name.
    package var run: [UInt8] { Array(folded.prefix(NamedValue.longestRun).joined(separator: [0x20])) }
}
