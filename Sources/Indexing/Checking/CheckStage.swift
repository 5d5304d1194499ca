/// A part of the check of an index, each run in a process of its own.
package enum CheckStage: String, CaseIterable, Sendable {
    /// The structure of the tables, by Xapian's own check.
    case tables
    /// Every stored article: that it can be read and is what was written.
    case articles
    /// Every stored article, and that its terms, values and length are those that the program would write.
    case terms
    /// That the posting lists hold exactly the articles' terms.
    case postings

    /// What is checked, for people.
    package var subject: String {
        switch self {
        case .tables: "the structure of the tables"
        case .articles: "the stored articles"
        case .terms: "the stored articles and their terms"
        case .postings: "the posting lists"
        }
    }
}

/// What a stage of a check tells, in the order in which it finds it.
package enum CheckEvent: Hashable, Sendable {
    /// So much is done, of so much.
    case progress(done: Int, total: Int)
    /// Something is not as it has to be; what, where, and the mend in one line.
    case problem(String)
    /// Commits pulled the ground from under the stage: it has to run again.
    case snapshotExpired
    /// Everything was looked at.
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

    /// The event that a line of text says, or nil where it is none.
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
