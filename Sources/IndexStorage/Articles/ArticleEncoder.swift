package import ArticleModel
import Vietnamese
package import Xapian

/// An article prepared for the writer: the work that needs no database is done, so that it can run concurrently with
/// the writer.
package struct PreparedArticle: Sendable {
    /// The article's id.
    package let id: String
    /// The file from which it was read, if any.
    package let path: String?
    /// The size of title and body in bytes, which determines when commits are due.
    package let textBytes: Int
    /// The term that identifies the article.
    package let idTerm: [UInt8]
    /// A hash that is equal for two articles exactly when nothing that is stored differs.
    package let hash: ArticleHash
    /// The document to store in the database.
    package let document: Document
}

/// Encodes articles as documents of the index: terms, values and the stored form.
///
/// An encoder reuses its buffers for the next article, so it serves one thread at a time.
package struct ArticleEncoder {
    private var syllables = Syllables()
    private var counter = NgramCounter()

    /// Creates an encoder with empty buffers.
    package init() {}

    /// Encodes an article as a document.
    package mutating func encode(_ article: Article) -> PreparedArticle {
        counter.removeAll()
        addText(article.title, isTitle: true)
        addText(article.body, isTitle: false)

        var document = Document()
        counter.forEach { term, frequency in document.addTerm(term, frequency: frequency) }
        for term in ArticleEncoder.filterTerms(of: article) { document.addTerm(term, frequency: 0) }

        let (record, hash) = StoredArticle.encode(article)
        document.data = record
        for slot in ValueSlot.allCases {
            if let value = slot.value(of: article) { document.setValue(value, slot: slot.rawValue) }
        }
        return PreparedArticle(
            id: article.id, path: article.location?.path,
            textBytes: article.title.utf8.count + article.body.utf8.count,
            idTerm: TermPrefix.id.term(article.id), hash: hash, document: document)
    }

    private mutating func addText(_ text: String, isTitle: Bool) {
        guard !text.isEmpty else { return }
        syllables.scan(text)
        counter.add(syllables, prefixes: TermPrefix.textNgrams)
        // Words of the title are found by plain words too, and weigh more.
        if isTitle { counter.add(syllables, prefixes: TermPrefix.titleNgrams) }
    }

    /// Returns the terms that only filter, and so do not count towards the document's length.
    private static func filterTerms(of article: Article) -> Set<[UInt8]> {
        var terms = valueTerms(of: article)
        let named: [(TermPrefix, [String])] = [
            (.source, [article.source].compactMap { $0 }), (.author, [article.author].compactMap { $0 }),
            (.section, [article.section].compactMap { $0 }), (.tag, article.tags),
        ]
        for (prefix, values) in named {
            for value in values { terms.formUnion(NamedValue(value).runs.map { prefix.term($0) }) }
        }
        if let date = article.date { terms.formUnion(DateTerms.terms(of: date.day)) }
        if let offset = article.date?.zoneOffset { terms.insert(TermPrefix.timeZone.term("\(offset)")) }
        return terms
    }

    /// Returns the terms of values that are searched for whole.
    private static func valueTerms(of article: Article) -> Set<[UInt8]> {
        Set(wholeValuePrefixes.flatMap { prefix in values(of: article, prefix).map { prefix.term($0) } })
    }

    private static let wholeValuePrefixes: [TermPrefix] = [.id, .path, .url, .reference]

    /// Returns the values of one kind that are searched for whole: the id, the path and its folders, the address and its
    /// host, the numbers of official documents; none for a kind of term that is not a whole value.
    package static func values(of article: Article, _ prefix: TermPrefix) -> [[UInt8]] {
        switch prefix {
        case .id: [Array(article.id.utf8)]
        case .path: article.location.map { pathAndFolders($0.path).map { Array($0.utf8) } } ?? []
        case .url: article.url.map { WebAddress($0).searchable.map { Array($0.utf8) } } ?? []
        case .reference: [article.title, article.body].flatMap { DocumentReference.all(in: $0).map(\.folded) }
        default: []
        }
    }

    /// Returns a path and each folder above it, except the root.
    package static func pathAndFolders(_ path: String) -> [String] {
        var found = [path]
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
            rest = rest[..<slash]
            found.append(String(rest))
        }
        return found
    }
}
