import ArticleModel
import Articles
import Foundation

/// The articles of a file, and which of them have the same text.
struct Archive {
    /// A file that gave no article.
    struct EmptyError: Error, CustomStringConvertible {
        let description: String
    }

    let name: String
    /// The articles, each id once: the last one read, as in an index.
    let articles: [Article]
    /// For each article the id of the first one with the same body.
    let sameText: [String: String]
    /// How many files and lines could not be read.
    let failures: Int

    /// Reads a file or folder that `tracuu index` takes; tells on standard error what could not be read.
    init(path: String) throws {
        var articles: [Article] = []
        var failures = 0
        var places: [String: Int] = [:]
        ArticleFiles().read([path]) { event in
            switch event {
            case .article(var article):
                article.location = nil
                if let place = places[article.id] {
                    articles[place] = article
                } else {
                    places[article.id] = articles.count
                    articles.append(article)
                }
            case .failure(let failure):
                failures += 1
                let line = failure.line.map { ":\($0 + 1)" } ?? ""
                FileHandle.standardError.write(Data("\(failure.path)\(line): \(failure.reason)\n".utf8))
            case .finished, .progress: break
            }
        }
        guard !articles.isEmpty else {
            throw EmptyError(description: "\(path) holds no article; name a file of articles")
        }
        let file = URL(fileURLWithPath: path).lastPathComponent
        let name = file.split(separator: ".").first.map(String.init) ?? file
        self.init(name: name, articles: articles, failures: failures)
    }

    /// Articles with ids of their own.
    init(name: String, articles: [Article], failures: Int = 0) {
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
    var bodies: [Article] {
        articles.map {
            var article = $0
            article.title = ""
            return article
        }
    }
}
