import Foundation
import IndexStorage
import Vietnamese
import Xapian

/// The terms that tell one article from the rest of the archive: frequent in it, rare elsewhere.
struct SignificantTerms {
    /// A term of the article.
    struct Entry {
        /// The term, with its prefix.
        let term: [UInt8]
        /// How much the article itself makes of it.
        let weight: Double
        /// The weight times how rare the term is.
        let worth: Double
    }

    /// More terms than this change little but the time it takes.
    private static let most = 40
    /// With fewer bigrams, as in an article of one line, single syllables have to help.
    private static let fewestBigrams = 8
    /// How often a term stands in an article when it weighs half of what it ever can.
    private static let halfway = 1.2
    /// What a term of the title weighs.
    private static let inTitle = 1.5

    /// The terms, the most telling first.
    let entries: [Entry]

    /// Chooses the terms of a document.
    ///
    /// - Parameters:
    ///   - document: the article's document. Its terms are made of its stored text once more, for not every document has a
    ///     list of them.
    ///   - database: where it lies.
    ///   - stop: ends the choice when it is cancelled or past its deadline.
    /// - Throws: `XapianError`.
    init(of document: DocumentID, in database: Database, stop: MatchGuard?) throws(XapianError) {
        var encoder = ArticleEncoder()
        let terms = encoder.encode(try database.article(document)).document.termEntries.filter { $0.frequency > 0 }
        try stop?.check()
        let titleBigrams = TermPrefix.titleFoldedBigram.bytes
        let title = Set(
            terms.filter { $0.term.starts(with: titleBigrams) }.map { $0.term.dropFirst(titleBigrams.count) })
        let articles = try database.documentCount
        // What stands in this article alone finds no other; what stands everywhere tells nothing.
        let frequencies = 2...max(10, articles / 10)

        func entry(_ found: TermEntry, isInTitle: Bool) throws(XapianError) -> Entry? {
            try stop?.check()
            let frequency = try database.frequency(of: found.term)
            guard frequencies.contains(frequency) else { return nil }
            let count = Double(found.frequency)
            let weight = count / (count + SignificantTerms.halfway) * (isInTitle ? SignificantTerms.inTitle : 1)
            return Entry(
                term: found.term, weight: weight, worth: weight * log(1 + Double(articles) / Double(frequency)))
        }

        var entries: [Entry] = []
        let bigrams = TermPrefix.foldedBigram.bytes
        for found in terms where found.term.starts(with: bigrams) {
            let isInTitle = title.contains(found.term.dropFirst(bigrams.count))
            if let entry = try entry(found, isInTitle: isInTitle) { entries.append(entry) }
        }
        if entries.count < SignificantTerms.fewestBigrams {
            // Prefixes are upper-case letters, which no syllable's key begins with.
            for found in terms where !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(found.term.first ?? 0) {
                if let entry = try entry(found, isInTitle: false) { entries.append(entry) }
            }
        }
        self.entries = Array(
            entries.sorted { $0.worth != $1.worth ? $0.worth > $1.worth : $0.term.lexicographicallyPrecedes($1.term) }
                .prefix(SignificantTerms.most))
    }

    /// The postings of articles that have any of the terms.
    var query: Query {
        entries.isEmpty ? .matchNothing : .or(entries.map { .scaled(.term($0.term), $0.weight) })
    }
}
