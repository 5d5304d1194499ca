package import ArticleModel
import Articles
import Foundation

/// The articles of some files, and which of them have the same text.
package struct Archive: Sendable {
    /// The error for files without an article.
    package struct EmptyError: Error, CustomStringConvertible {
        /// The error and its remedy.
        package let description: String
    }

    /// The name of the first file, up to its first dot.
    package let name: String
    /// The articles, each id once: the last one read, as in an index.
    package let articles: [Article]
    /// For each article, the id of the first one with the same body.
    package let sameText: [String: String]
    /// The number of files and lines that could not be read.
    package let failures: Int

    /// Reads files and folders that `tracuu index` accepts; failures are reported on standard error.
    ///
    /// - Parameters:
    ///   - paths: The files and folders.
    ///   - limit: The maximum number of articles: the first ones are kept.
    /// - Throws: `EmptyError` where there is no article.
    package init(paths: [String], limit: Int = .max) throws {
        var articles: [Article] = []
        var failures = 0
        var places: [String: Int] = [:]
        ArticleFiles().read(paths) { event in
            switch event {
            case .article(var article):
                article.location = nil
                if let place = places[article.id] {
                    articles[place] = article
                } else if articles.count < limit {
                    places[article.id] = articles.count
                    articles.append(article)
                }
            case .failure(let failure):
                failures += 1
                let line = failure.line.map { ":\($0 + 1)" } ?? ""
                FileHandle.standardError.write(Data("\(failure.path)\(line): \(failure.reason)\n".utf8))
            case .unreadDate, .finished, .progress, .walked: break
            }
        }
        guard !articles.isEmpty else {
            throw EmptyError(description: "\(paths.joined(separator: ", ")) holds no article; name a file of articles")
        }
        let file = URL(fileURLWithPath: paths[0]).lastPathComponent
        let name = file.split(separator: ".").first.map(String.init) ?? file
        self.init(name: name, articles: articles, failures: failures)
    }

    /// Creates an archive from articles with distinct ids.
    package init(name: String, articles: [Article], failures: Int = 0) {
        self.name = name
        self.articles = articles
        self.failures = failures
        var first: [String: String] = [:]
        var sameText: [String: String] = [:]
        for article in articles {
            let id = first[article.body] ?? article.id
            first[article.body] = id
            sameText[article.id] = id
        }
        self.sameText = sameText
    }

    /// The articles without their titles.
    package var bodies: [Article] {
        articles.map {
            var article = $0
            article.title = ""
            return article
        }
    }
}
