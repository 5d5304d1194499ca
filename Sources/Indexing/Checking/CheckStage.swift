/// A part of the check of an index; each runs in a process of its own.
package enum CheckStage: String, CaseIterable, Sendable {
    /// Checks the structure of the tables, with Xapian's own check.
    case tables
    /// Checks that every stored article can be read and is what was written.
    case articles
    /// Checks every stored article, and that its terms, values and length are those that the program would write.
    case terms
    /// Checks that the posting lists contain exactly the articles' terms.
    case postings

    /// The end of every problem description.
    package static let recovery = "; tracuu rebuild makes a new index from its stored articles"

    /// The subject of the check, for people.
    package var subject: String {
        switch self {
        case .tables: "the structure of the tables"
        case .articles: "the stored articles"
        case .terms: "the stored articles and their terms"
        case .postings: "the posting lists"
        }
    }
}

/// An event that a stage of a check reports, in the order of occurrence.
package enum CheckEvent: Hashable, Sendable {
    /// The amount of work done, and the total.
    case progress(done: Int, total: Int)
    /// A problem: what, where, and the remedy in one line.
    case problem(String)
    /// Commits invalidated the stage's snapshot: it has to run again.
    case snapshotExpired
    /// Everything was checked.
    case finished

    /// The event as a line of text.
    package var line: String {
        switch self {
        case .progress(let done, let total): "progress \(done) \(total)"
        case .problem(let text): "problem " + text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .snapshotExpired: "overtaken"
        case .finished: "finished"
        }
    }

    /// Parses a line of text as an event; nil if it is not one.
    package init?(line: some StringProtocol) {
        let words = line.split(separator: " ", maxSplits: 1)
        switch (words.first, words.dropFirst().first) {
        case ("progress", let rest?):
            let counts = rest.split(separator: " ").compactMap { Int($0) }
            guard counts.count == 2 else { return nil }
            self = .progress(done: counts[0], total: counts[1])
        case ("problem", let rest?): self = .problem(String(rest))
        case ("overtaken", nil): self = .snapshotExpired
        case ("finished", nil): self = .finished
        default: return nil
        }
    }
}
