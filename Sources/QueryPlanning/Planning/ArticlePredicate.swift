import ArticleModel
package import CivilTime
package import IndexStorage
package import Vietnamese
import Xapian

/// The meaning of a query in terms of one article's own words: the reference against which postings are checked.
package indirect enum ArticlePredicate: Hashable {
    /// The text that is searched.
    package enum Scope: Hashable {
        case anywhere
        case title
    }

    case everything
    /// A run of adjacent syllables; a single one may also be the year of publication.
    case run([TypedSyllable], Scope, orYear: Bool)
    /// A syllable with this beginning, after the whole syllables before it.
    case prefix(TypedPrefix, Scope)
    /// Words near each other, in any order.
    case near(NearWords, Scope)
    case all([ArticlePredicate])
    case any([ArticlePredicate])
    case not(ArticlePredicate)
    /// A run of syllables of one of the values of a field.
    case named(TermPrefix, [TypedSyllable])
    /// The beginning of a run of syllables of one of the values of a field.
    case namedPrefix(TermPrefix, TypedPrefix)
    /// A whole value of a field, or the beginning of one.
    case value(TermPrefix, [UInt8], isPrefix: Bool)
    case dates(DayRange)

    /// Returns whether an article matches the query.
    ///
    /// - Parameters:
    ///   - text: the article.
    ///   - stop: ends the evaluation early, since a long article may take long.
    /// - Returns: whether it matches.
    /// - Throws: `XapianError` with `cancelled` or `deadline`.
    func matches(_ text: ArticleText, stop: MatchGuard? = nil) throws -> Bool {
        try stop?.check()
        return switch self {
        case .everything: true
        case .run(let needle, let scope, let orYear):
            text.title.firstRun(of: needle) != nil || scope == .anywhere && text.bodyHolds(needle)
                || orYear && needle.first?.year.map { $0 == text.article.date?.day.year } ?? false
        case .prefix(let prefix, let scope):
            ArticlePredicate.texts(text, scope).contains { $0.firstMatch(of: prefix) != nil }
        case .near(let words, let scope): ArticlePredicate.texts(text, scope).contains { words.stand(in: $0) }
        case .all(let parts): try parts.allSatisfy { try $0.matches(text, stop: stop) }
        case .any(let parts): try parts.contains { try $0.matches(text, stop: stop) }
        case .not(let part): try !part.matches(text, stop: stop)
        case .named(let field, let needle):
            ArticlePredicate.values(text.article, field).contains { Syllables($0).firstRun(of: needle) != nil }
        case .namedPrefix(let field, let prefix):
            ArticlePredicate.values(text.article, field).contains { Syllables($0).firstMatch(of: prefix) != nil }
        case .value(let field, let value, let isPrefix):
            ArticleEncoder.values(of: text.article, field).contains {
                isPrefix ? $0.starts(with: value) : $0 == value
            }
        case .dates(let range): text.article.date.map { range.contains($0.day) } ?? false
        }
    }

    /// Adds the syllables that have to be found in a text to evaluate the predicate; returns false if they do not
    /// suffice.
    func addRuns(to syllables: inout [TypedSyllable]) -> Bool {
        switch self {
        case .everything, .dates: return true
        case .run(let needle, _, _):
            syllables += needle
            return true
        case .all(let parts), .any(let parts): return parts.allSatisfy { $0.addRuns(to: &syllables) }
        case .not(let part): return part.addRuns(to: &syllables)
        case .prefix, .near, .named, .namedPrefix, .value: return false
        }
    }

    private static func texts(_ text: ArticleText, _ scope: Scope) -> [Syllables] {
        scope == .title ? [text.title] : [text.title, text.body]
    }

    private static func values(_ article: Article, _ field: TermPrefix) -> [String] {
        switch field {
        case .source: [article.source].compactMap { $0 }
        case .author: [article.author].compactMap { $0 }
        case .section: [article.section].compactMap { $0 }
        case .tag: article.tags
        default: []
        }
    }
}
