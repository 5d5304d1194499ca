package import ArticleModel
package import TextCoding
package import Xapian

extension Database {
    /// The article that a document holds.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - extent: How much of the article to read; the rest of it is as if it were absent.
    /// - Returns: The article.
    /// - Throws: `documentNotFound`; `databaseCorrupt` where its stored form cannot be read, or is not what was written.
    package func article(
        _ document: DocumentID, reading extent: StoredArticle.Extent = .whole
    ) throws(XapianError) -> Article {
        guard let article = StoredArticle.decode(try data(of: document), extent) else {
            throw Database.unreadable(document)
        }
        return article
    }

    /// What is wrong with a document whose stored text is damaged.
    package static func unreadable(_ document: DocumentID) -> XapianError {
        XapianError(
            kind: .databaseCorrupt,
            message: "the stored text of document \(document) cannot be read, or does not have its hash")
    }

    /// Lends the text of the article that a document holds, without making a string of it.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - body: Is given the article but for its text and what is only kept, and the text; nil says that it is damaged.
    /// - Returns: What `body` returns.
    /// - Throws: as `article(_:reading:)` does; what `body` throws.
    package func lendText<Result>(
        of document: DocumentID, _ body: (Article, BorrowedText) throws -> Result?
    ) throws -> Result {
        guard let result = try StoredArticle.lend(try data(of: document), body) else {
            throw Database.unreadable(document)
        }
        return result
    }

    /// The hash of the article that a document holds, by the account of its record; nil where the record is damaged.
    ///
    /// - Throws: what reading the record throws.
    package func articleHash(of document: DocumentID) throws(XapianError) -> ArticleHash? {
        StoredArticle.hash(of: try data(of: document))
    }

    /// The article that a document holds, or nil where there is no such document any more.
    package func articleIfPresent(
        _ document: DocumentID, reading extent: StoredArticle.Extent = .whole
    ) throws(XapianError) -> Article? {
        do {
            return try article(document, reading: extent)
        } catch {
            guard error.kind == .documentNotFound else { throw error }
            return nil
        }
    }

    /// What the terms of a document say of the article: its id and its file; without an id the document's number.
    ///
    /// It needs no stored text. Where the database has no term lists every id and every path is looked at, which takes as long as
    /// there are many. Throws what reading the terms throws.
    package func articleName(of document: DocumentID) throws(XapianError) -> String {
        guard let id = try values(of: document, .id).first else { return "document \(document)" }
        // Of the file and the folders above it, the file has the longest path.
        guard let file = try values(of: document, .path).max(by: { $0.utf8.count < $1.utf8.count }) else {
            return "article \(id)"
        }
        return "article \(id) (\(file))"
    }

    /// What a document's terms of one kind say.
    private func values(of document: DocumentID, _ prefix: TermPrefix) throws(XapianError) -> [String] {
        var terms: [[UInt8]] = []
        if try hasTermLists {
            terms = try self.terms(of: document).map(\.term).filter { TermPrefix(of: $0) == prefix }
        } else {
            var last: [UInt8] = []
            while true {
                let page = try self.terms(withPrefix: prefix.bytes, after: last, limit: 1_000).map(\.term)
                guard let end = page.last else { break }
                for term in page where TermPrefix(of: term) == prefix {
                    if try frequency(of: term, in: document) != nil { terms.append(term) }
                }
                last = end
            }
        }
        return terms.map { String(decoding: $0.dropFirst(prefix.bytes.count), as: UTF8.self) }
    }

    /// Whether a document is listed under the id of an article.
    package func holdsID(of article: Article, in document: DocumentID) throws(XapianError) -> Bool {
        try frequency(of: TermPrefix.id.term(article.id), in: document) != nil
    }

    /// Whether a document has just the terms that it would be written with: by its term list, else by the posting lists and
    /// its length.
    package func holdsTerms(of written: Document, as document: DocumentID) throws(XapianError) -> Bool {
        if try hasTermLists {
            var (expected, listed) = (PostingSums(), PostingSums())
            expected.add(written, as: document)
            _ = try listed.addTermList(in: self, of: document)
            return expected == listed
        }
        guard try length(of: document) == written.length else { return false }
        for entry in written.termEntries {
            if try frequency(of: entry.term, in: document) != entry.frequency { return false }
        }
        return true
    }
}
