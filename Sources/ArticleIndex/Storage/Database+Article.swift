import ArticleModel
import Xapian

extension Database {
    /// The article that a document holds.
    ///
    /// - Parameters:
    ///   - document: The document's number.
    ///   - extent: How much of the article to read; the rest of it is as if it were absent.
    /// - Returns: The article.
    /// - Throws: `documentNotFound`; `databaseCorrupt` where its stored form cannot be read, or is not what was written.
    func article(
        _ document: DocumentID, reading extent: StoredArticle.Extent = .whole
    ) throws(XapianError) -> Article {
        guard let article = StoredArticle.decode(try data(of: document), extent) else {
            throw XapianError(
                kind: .databaseCorrupt,
                message: "the stored text of document \(document) cannot be read, or does not have its hash")
        }
        return article
    }

    /// The hash of the article that a document holds, by the account of its record; nil where the record is damaged.
    ///
    /// - Throws: what reading the record throws.
    func articleHash(of document: DocumentID) throws(XapianError) -> ArticleHash? {
        StoredArticle.hash(of: try data(of: document))
    }

    /// The article that a document holds, or nil where there is no such document any more.
    func articleIfPresent(
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
    /// It needs no stored text. Throws what reading the terms throws.
    func articleName(of document: DocumentID) throws(XapianError) -> String {
        let terms = try terms(of: document).map(\.term)
        let values = { (prefix: TermPrefix) in
            terms.filter { TermPrefix(of: $0) == prefix }
                .map { String(decoding: $0.dropFirst(prefix.bytes.count), as: UTF8.self) }
        }
        guard let id = values(.id).first else { return "document \(document)" }
        // Of the file and the folders above it, the file has the longest path.
        guard let file = values(.path).max(by: { $0.utf8.count < $1.utf8.count }) else { return "article \(id)" }
        return "article \(id) (\(file))"
    }
}
