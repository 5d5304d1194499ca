package import ArticleModel
import CivilTime
import Foundation
package import QueryLanguage

/// A syllable as plain string operations read it.
package struct PlainSyllable: Hashable {
    package let marked: String
    package let bare: String

    package init(_ word: some StringProtocol) {
        marked = word.lowercased().precomposedStringWithCanonicalMapping
        bare = String(
            String.UnicodeScalarView(
                marked.decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
                    if scalar.properties.generalCategory == .nonspacingMark { return nil }
                    return scalar == "đ" ? "d" : scalar
                }))
    }

    /// Whether this syllable, typed in a query, matches a text's syllable.
    package func asksFor(_ other: PlainSyllable) -> Bool {
        marked == bare ? other.bare == bare : other.marked == marked
    }

    /// Whether a text's syllable begins as this one was typed; a tone mark belongs to the whole syllable.
    package func begins(_ other: PlainSyllable) -> Bool {
        if marked == bare { return other.bare.hasPrefix(bare) }
        let (letters, tone) = PlainSyllable.split(marked)
        let (otherLetters, otherTone) = PlainSyllable.split(other.marked)
        return otherLetters.hasPrefix(letters) && (tone.isEmpty || tone == otherTone)
    }

    private static func split(_ word: String) -> (letters: String, tone: [Unicode.Scalar]) {
        let toneMarks: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        let scalars = word.decomposedStringWithCanonicalMapping.unicodeScalars
        let letters = String(String.UnicodeScalarView(scalars.filter { !toneMarks.contains($0) }))
        return (letters.precomposedStringWithCanonicalMapping, scalars.filter(toneMarks.contains))
    }
}

/// The syllables of a text: its runs of letters and digits.
package func plainSyllables(_ text: String) -> [PlainSyllable] {
    text.split { !$0.isLetter && !$0.isNumber }.map { PlainSyllable($0) }
}

/// One article, read by plain string operations: the reference that the index is compared with.
package struct PlainArticle {
    package let article: Article
    private let title: [PlainSyllable]
    private let body: [PlainSyllable]

    package init(_ article: Article) {
        self.article = article
        title = plainSyllables(article.title)
        body = plainSyllables(article.body)
    }

    /// Whether the article matches a whole query, with words in any of their spellings.
    package func matches(query root: QueryNode) -> Bool {
        var parts = [root]
        if case .all(let children) = root.kind { parts = children }
        let spellings = PlainSpellings(parts)
        return parts.indices.allSatisfy { matches(parts[$0], orSpelled: spellings.runs(at: $0)) }
    }

    /// Whether the article matches a node, or holds one of some runs as they are spelled.
    package func matches(_ node: QueryNode, orSpelled runs: [[PlainSyllable]]) -> Bool {
        matches(node) || runs.contains { run in [title, body].contains { $0.holdsAsSpelled(run) } }
    }

    /// Whether the article matches a query's node.
    package func matches(_ node: QueryNode, inTitle: Bool = false) -> Bool {
        let texts = inTitle ? [title] : [title, body]
        switch node.kind {
        case .everything: return true
        case .word(let text):
            if texts.contains(where: { $0.holds(plainSyllables(text)) }) { return true }
            guard !inTitle, text.utf8.count == 4, let year = Int(text), (1900...2100).contains(year) else {
                return false
            }
            return article.date?.day.year == year
        case .phrase(let text): return texts.contains { $0.holds(plainSyllables(text)) }
        case .prefix(let text): return texts.contains { $0.holdsBeginning(plainSyllables(text)) }
        case .within(_, let inner): return matches(inner, inTitle: true)
        case .all(let nodes): return nodes.allSatisfy { matches($0, inTitle: inTitle) }
        case .any(let nodes): return nodes.contains { matches($0, inTitle: inTitle) }
        case .near(let nodes, let distance): return texts.contains { $0.holdsNear(nodes, distance) }
        case .not(let inner): return !matches(inner, inTitle: inTitle)
        case .dates(let range): return article.date.map { range.contains($0.day) } ?? false
        case .value(let field, let value, let isPrefix): return matches(field, value, isPrefix: isPrefix)
        }
    }

    private func matches(_ field: String, _ value: String, isPrefix: Bool) -> Bool {
        func holds(_ names: [String]) -> Bool {
            let typed = plainSyllables(value)
            return names.map(plainSyllables).contains { isPrefix ? $0.holdsBeginning(typed) : $0.holds(typed) }
        }
        func equals(_ text: String, _ typed: String) -> Bool { isPrefix ? text.hasPrefix(typed) : text == typed }
        switch field {
        case "source": return holds([article.source].compactMap { $0 })
        case "author": return holds([article.author].compactMap { $0 })
        case "section": return holds([article.section].compactMap { $0 })
        case "tag": return holds(article.tags)
        case "id": return equals(article.id, value)
        case "ref":
            let named = InventedArchive.references.filter { (article.title + "\n" + article.body).contains($0) }
            return named.contains { equals(PlainSyllable($0).bare, PlainSyllable(value).bare) }
        case "path":
            guard let path = article.location?.path else { return false }
            if isPrefix { return path.hasPrefix(value) }
            let folder = value.hasSuffix("/") ? value : value + "/"
            return path == value || path.hasPrefix(folder)
        case "url":
            guard let url = article.url.map(PlainArticle.withoutScheme) else { return false }
            let host = url.prefix { $0 != "/" }
            let typed = PlainArticle.withoutScheme(value)
            return equals(url, typed) || equals(String(host), typed)
        default: return false
        }
    }

    private static func withoutScheme(_ url: String) -> String {
        url.replacing("https://", with: "").replacing("http://", with: "").replacing("www.", with: "")
    }
}

extension [PlainSyllable] {
    /// Whether a typed run occurs here, its syllables adjacent.
    fileprivate func holds(_ run: [PlainSyllable]) -> Bool {
        guard !run.isEmpty, run.count <= count else { return false }
        return (0...count - run.count).contains { start in
            zip(run, self[start...]).allSatisfy { $0.asksFor($1) }
        }
    }

    /// Whether a run occurs here, its syllables adjacent and every mark as it is.
    fileprivate func holdsAsSpelled(_ run: [PlainSyllable]) -> Bool {
        guard !run.isEmpty, run.count <= count else { return false }
        return (0...count - run.count).contains { Array(self[$0..<$0 + run.count]) == run }
    }

    /// Whether some window of limited length holds every node, equal ones at different places: by trying every window.
    fileprivate func holdsNear(_ nodes: [QueryNode], _ distance: Int) -> Bool {
        let runs = nodes.map { node -> (run: [PlainSyllable], isBeginning: Bool) in
            switch node.kind {
            case .word(let text), .phrase(let text): (plainSyllables(text), false)
            case .prefix(let text): (plainSyllables(text), true)
            default: ([], false)
            }
        }
        let length = distance + runs.reduce(0) { $0 + $1.run.count }
        return indices.contains { start in
            let stretch = Array(self[start..<Swift.min(start + length, count)])
            return runs.allSatisfy { wanted in
                let places = stretch.indices.count { place in
                    let piece = Array(stretch[place..<Swift.min(place + wanted.run.count, stretch.count)])
                    return wanted.isBeginning ? piece.holdsBeginning(wanted.run) : piece.holds(wanted.run)
                }
                return places >= runs.count { $0.run == wanted.run && $0.isBeginning == wanted.isBeginning }
            }
        }
    }

    /// Whether a typed run occurs here whose last syllable may be a prefix.
    fileprivate func holdsBeginning(_ run: [PlainSyllable]) -> Bool {
        guard let last = run.last, run.count <= count else { return false }
        return (0...count - run.count).contains { start in
            zip(run.dropLast(), self[start...]).allSatisfy { $0.asksFor($1) }
                && last.begins(self[start + run.count - 1])
        }
    }
}
