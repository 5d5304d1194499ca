import ArticleModel
import Xapian

extension Database {
    /// The article that a document holds.
    ///
    /// - Parameter document: The document's number.
    /// - Returns: The article.
    /// - Throws: `documentNotFound`; `databaseCorrupt` where its stored form cannot be read.
    func article(_ document: DocumentID) throws(XapianError) -> Article {
        guard let article = StoredArticle.decode(try data(of: document)) else {
            throw XapianError(kind: .databaseCorrupt, message: "the stored text of document \(document) cannot be read")
        }
        return article
    }

    /// The article that a document holds, or nil where there is no such document any more.
    func articleIfPresent(_ document: DocumentID) throws(XapianError) -> Article? {
        do {
            return try article(document)
        } catch {
            guard error.kind == .documentNotFound else { throw error }
            return nil
        }
    }
}
