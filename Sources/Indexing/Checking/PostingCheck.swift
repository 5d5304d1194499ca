import IndexStorage
import Xapian

/// Checks that the posting lists contain exactly the postings of the term lists.
///
/// In a database without term lists, the terms are derived from the stored texts again. Both sides are added up in some
/// thousands of sums, over which the terms are distributed. If two sums differ, their terms are compared one by one.
/// The check therefore needs little memory, and reports the term and the article.
struct PostingCheck {
    private static let sums = 1 << 16
    /// The maximum number of differing sums whose terms are compared; more of them add no information.
    private static let mostPlaces = 200

    private let database: Database
    private let hasTermLists: Bool
    private var encoder = ArticleEncoder()

    /// Creates a check of the database in a folder.
    init(path: String) throws(XapianError) {
        database = try Database(path: path)
        hasTermLists = try database.hasTermLists
    }

    /// Compares all postings at one revision.
    ///
    /// - Parameter progress: is called with the number of articles done and their total.
    /// - Returns: the problems, one line each.
    /// - Throws: `XapianError`; `databaseModified` if commits invalidate the snapshot.
    mutating func problems(_ progress: (Int, Int) -> Void) throws(XapianError) -> [String] {
        var found: [String] = []
        var (listed, posted) = (PostingSums(count: Self.sums), PostingSums(count: Self.sums))
        let documents = try database.documents(with: [])
        for (place, document) in documents.enumerated() {
            if hasTermLists {
                _ = try listed.addTermList(in: database, of: document)
            } else {
                listed.add(try written(document), as: document)
            }
            if place % 500 == 499 { progress(place, documents.count) }
        }
        let count = try database.documentCount
        if count != documents.count {
            found.append("the index says that it has \(count) articles, and lists \(documents.count)")
        }
        found += try summaryProblems()
        var last: [UInt8] = []
        while let step = try posted.addPostings(in: database, after: last, limit: 5_000) {
            last = step.last
            for entry in step.miscounted {
                let frequency = try database.frequency(of: entry.term)
                found.append(
                    "the posting list of \(TermPrefix.description(of: entry.term)) says that it has \(frequency) articles, "
                        + "and has \(entry.frequency)")
            }
            progress(documents.count, documents.count)
        }
        let places = listed.places(differingFrom: posted)
        if !places.isEmpty { found += try differences(in: places, of: listed, documents) }
        return found.map { $0 + CheckStage.recovery }
    }

    /// Returns the differences between the database's statistics, from which weights are computed, and its articles.
    private func summaryProblems() throws(XapianError) -> [String] {
        var found: [String] = []
        let lengths = try database.documentLengths()
        let total = lengths.reduce(0) { $0 + Int($1.frequency) }
        let said = (try database.averageLength * Double(lengths.count)).rounded()
        if said != Double(total) {
            // A damaged sum can exceed every integer.
            let words = Int(exactly: said).map { "\($0)" } ?? "\(said)"
            found.append("the index says that its articles have \(words) words, and they have \(total)")
        }
        let (last, highest) = (try database.lastDocumentID, lengths.last?.document ?? 0)
        if last < highest {
            found.append("the index says that \(last) is the highest number of a document, and has number \(highest)")
        }
        return found
    }

    /// Returns the document that would be written for an article, for a database without term lists.
    ///
    /// An article that cannot be read, or is a different one, ends the check: the posting lists cannot be compared with
    /// anything.
    private mutating func written(_ document: DocumentID) throws(XapianError) -> Document {
        let article = try database.article(document)
        guard try database.holdsID(of: article, in: document) else {
            throw XapianError(
                kind: .databaseCorrupt, message: "the stored text of document \(document) is another article's")
        }
        return encoder.encode(article).document
    }

    private mutating func terms(of document: DocumentID) throws(XapianError) -> [TermEntry] {
        hasTermLists ? try database.terms(of: document) : try written(document).termEntries
    }

    private typealias Postings = [[UInt8]: [DocumentID: Int]]

    /// Describes the terms and the articles in which posting lists and term lists differ.
    private mutating func differences(
        in places: Set<Int>, of sums: PostingSums, _ documents: [DocumentID]
    ) throws(XapianError) -> [String] {
        let looked = Set(places.sorted().prefix(Self.mostPlaces))
        var (listed, posted): (Postings, Postings) = ([:], [:])
        for document in documents {
            for entry in try terms(of: document) where looked.contains(sums.place(of: entry.term)) {
                listed[entry.term, default: [:]][document] = entry.frequency
            }
        }
        var last: [UInt8] = []
        while true {
            let terms = try database.terms(withPrefix: [], after: last, limit: 5_000)
            guard let end = terms.last else { break }
            last = end.term
            for entry in terms where looked.contains(sums.place(of: entry.term)) {
                for posting in try database.postings(of: entry.term) {
                    posted[entry.term, default: [:]][posting.document] = Int(posting.frequency)
                }
            }
        }
        var found: [String] = []
        for term in Set(listed.keys).union(posted.keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let (listed, posted) = (listed[term] ?? [:], posted[term] ?? [:])
            for document in Set(listed.keys).union(posted.keys).sorted() where listed[document] != posted[document] {
                let list = "the posting list of \(TermPrefix.description(of: term))"
                let name = (try? database.articleName(of: document)) ?? "document \(document), which is not there"
                switch (listed[document], posted[document]) {
                case (nil, _): found.append("\(list) has \(name), which does not hold the term")
                case (_, nil): found.append("\(list) lacks \(name), which holds the term")
                case (let there?, let here?):
                    found.append("\(list) has \(here) occurrences in \(name), which has \(there)")
                }
                if found.count > CheckRun.mostProblems { return found }
            }
        }
        return found.isEmpty ? ["the posting lists and the term lists differ, at each reading in another way"] : found
    }
}
