import ArticleModel
import IndexStorage
import Xapian

/// Checks that every stored article is what was written, and that the index has its terms, values and length.
final class ArticleCheck {
    private let path: String
    private let comparesTerms: Bool
    private var database: Database
    private var encoder = ArticleEncoder()
    private var found: [String] = []

    /// Creates a check of the database in a folder.
    init(path: String, comparesTerms: Bool) throws(XapianError) {
        self.path = path
        self.comparesTerms = comparesTerms
        database = try Database(path: path)
    }

    /// Checks every article.
    ///
    /// - Parameter progress: is called with the number of articles done and their total.
    /// - Returns: the problems, one line each.
    /// - Throws: `XapianError` if the list of documents cannot be read.
    func problems(_ progress: (Int, Int) -> Void) throws(XapianError) -> [String] {
        var (done, last) = (0, DocumentID(0))
        let total = try database.documentCount
        while true {
            let documents = try current { database throws(XapianError) in
                try database.documents(with: [], after: last, limit: 500)
            }
            guard let end = documents.last else { break }
            for document in documents { try look(at: document) }
            (done, last) = (done + documents.count, end)
            progress(min(done, total), total)
        }
        return found
    }

    private func look(at document: DocumentID) throws(XapianError) {
        let problem: String?
        do throws(XapianError) {
            // One article is read at a single revision, since it may be a different one at the next.
            problem = try current { database throws(XapianError) in try self.problem(of: document, in: database) }
        } catch {
            // The document was removed since its number was read, unless the list of documents is wrong.
            let isThere = try isListed(document)
            if error.kind == .documentNotFound, !isThere { return }
            problem = error.message
        }
        guard let problem else { return }
        let name = try? current { database throws(XapianError) in try database.articleName(of: document) }
        found.append((name ?? "document \(document)") + ": " + problem + CheckStage.recovery)
    }

    private func problem(of document: DocumentID, in database: Database) throws(XapianError) -> String? {
        let record = try database.data(of: document)
        guard let article = StoredArticle.decode(record) else { return StoredArticle.problem(of: record) }
        guard try database.holdsID(of: article, in: document) else {
            return "its stored text is another article's, or the posting list of its id is damaged"
        }
        guard comparesTerms else { return nil }
        let expected = encoder.encode(article).document
        // If there are no term lists, the check of the posting lists compares the terms.
        if try database.hasTermLists {
            var (written, listed) = (PostingSums(), PostingSums())
            written.add(expected, as: document)
            let terms = try listed.addTermList(in: database, of: document)
            if terms != expected.termCount || written != listed {
                return difference(of: expected.termEntries, from: try database.terms(of: document))
            }
        }
        for slot in ValueSlot.allCases {
            let value = try database.value(of: document, slot: slot.rawValue)
            if value != expected.value(slot: slot.rawValue) { return "the value \(slot) is not the stored text's" }
        }
        let length = try database.length(of: document)
        return length == expected.length ? nil : "its length is \(length), and its text's is \(expected.length)"
    }

    /// Describes a term in which the term list differs from the text.
    private func difference(of expected: [TermEntry], from listed: [TermEntry]) -> String {
        let frequencies = Dictionary(listed.map { ($0.term, $0.frequency) }) { first, _ in first }
        for entry in expected {
            let term = TermPrefix.description(of: entry.term)
            guard let frequency = frequencies[entry.term] else {
                return "its term list lacks \(term), which its text has"
            }
            if frequency != entry.frequency {
                return "its term list has \(term) \(frequency) times, its text \(entry.frequency) times"
            }
        }
        let known = Set(expected.map(\.term))
        let stray = listed.first { !known.contains($0.term) }
        return stray.map { "its term list has \(TermPrefix.description(of: $0.term)), which its text lacks" }
            ?? "its term list is not its text's"
    }

    private func isListed(_ document: DocumentID) throws(XapianError) -> Bool {
        try current { database throws(XapianError) in
            try database.documents(with: [], after: document - 1, limit: 1) == [document]
        }
    }

    /// Reads at the newest commit, and again if commits invalidate the snapshot.
    private func current<Result>(
        _ body: (Database) throws(XapianError) -> Result
    ) throws(XapianError) -> Result {
        for _ in 0..<20 {
            do throws(XapianError) {
                return try body(database)
            } catch {
                guard error.kind == .databaseModified else { throw error }
                database = try Database(path: path)
            }
        }
        throw XapianError(kind: .databaseCorrupt, message: "a block of it says that it is newer than the index")
    }
}

extension TermPrefix {
    /// Describes a term in words: its text and its kind.
    package static func description(of term: [UInt8]) -> String {
        let prefix = TermPrefix(of: term)
        return "«\(String(decoding: term.dropFirst(prefix.bytes.count), as: UTF8.self))» (\(prefix.name))"
    }
}
