import Foundation
import IndexStorage
import Vietnamese
import Xapian

/// The terms that distinguish one article from the rest of the archive: frequent in it, rare elsewhere.
struct SignificantTerms {
    /// A term of the article.
    struct Entry {
        /// The term, with its prefix.
        let term: [UInt8]
        /// The term's weight within the article.
        let weight: Double
        /// The weight multiplied by the rarity of the term.
        let worth: Double
    }

    /// The maximum number of terms; more change little but the time.
    private static let most = 40
    /// The minimum number of bigrams; below it, as in an article of one line, single syllables are used as well.
    private static let fewestBigrams = 8
    /// The frequency at which a term has half of its maximum weight.
    private static let halfway = 1.2
    /// The weight of a term in the title.
    private static let inTitle = 1.5

    /// The terms, the most significant first.
    let entries: [Entry]

    /// Chooses the terms of a document.
    ///
    /// - Parameters:
    ///   - document: the article's document. Its terms are derived from its stored text again, since not every document
    ///     has a term list.
    ///   - database: the document's database.
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
        // A term that occurs only in this article finds no other; one that occurs everywhere distinguishes nothing.
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

    /// The query for articles that have any of the terms.
    var query: Query {
        entries.isEmpty ? .matchNothing : .or(entries.map { .scaled(.term($0.term), $0.weight) })
    }
}
