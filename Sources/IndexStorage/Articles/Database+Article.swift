package import ArticleModel
package import TextCoding
package import Xapian

extension Database {
    /// Returns the article that a document holds.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - extent: How much of the article to read; the rest is treated as absent.
    /// - Returns: The article.
    /// - Throws: `documentNotFound`; `databaseCorrupt` if its stored form cannot be read, or is not what was written.
    package func article(
        _ document: DocumentID, reading extent: StoredArticle.Extent = .whole
    ) throws(XapianError) -> Article {
        guard let article = StoredArticle.decode(try data(of: document), extent) else {
            throw Database.unreadable(document)
        }
        return article
    }

    /// Returns the error for a document whose stored text is damaged.
    package static func unreadable(_ document: DocumentID) -> XapianError {
        XapianError(
            kind: .databaseCorrupt,
            message: "the stored text of document \(document) cannot be read, or does not have its hash")
    }

    /// Lends the text of the article that a document holds, without creating a string.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - body: Is called with the article, except for its text and the fields that are only stored, and with the
    ///     text; returns nil if the text is damaged.
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

    /// Returns the hash that the record of a document's article contains; nil if the record is damaged.
    ///
    /// - Throws: what reading the record throws.
    package func articleHash(of document: DocumentID) throws(XapianError) -> ArticleHash? {
        StoredArticle.hash(of: try data(of: document))
    }

    /// Returns the article that a document holds, or nil if the document no longer exists.
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

    /// Returns what the terms of a document say of the article: its id and its file, or the document's number if there
    /// is no id.
    ///
    /// The stored text is not needed. If the database has no term lists, every id and every path is examined, which
    /// takes time in proportion to their number. Throws what reading the terms throws.
    package func articleName(of document: DocumentID) throws(XapianError) -> String {
        guard let id = try values(of: document, .id).first else { return "document \(document)" }
        // Of the terms for the file and the folders above it, the file's is the longest path.
        guard let file = try values(of: document, .path).max(by: { $0.utf8.count < $1.utf8.count }) else {
            return "article \(id)"
        }
        return "article \(id) (\(file))"
    }

    /// Returns the values in a document's terms of one kind.
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

    /// Returns whether a document is listed under the id of an article.
    package func holdsID(of article: Article, in document: DocumentID) throws(XapianError) -> Bool {
        try frequency(of: TermPrefix.id.term(article.id), in: document) != nil
    }

    /// Returns whether a document has exactly the terms that it would be written with.
    ///
    /// They are compared with its term list or, if there is none, with the posting lists and its length.
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
