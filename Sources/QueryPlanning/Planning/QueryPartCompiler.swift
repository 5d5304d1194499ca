import CivilTime
import IndexStorage
import QueryLanguage
import Vietnamese
import Xapian

/// Compiles the nodes of a query's tree into parts, for one database.
struct QueryPartCompiler {
    var terms: TermSource
    let ranking: Ranking

    /// Compiles a node into a part, or returns nil if it contains nothing searchable (a lone `%`).
    ///
    /// - Throws: `QueryError`, `XapianError`.
    func part(_ node: QueryNode, scope: ArticlePredicate.Scope = .anywhere) throws -> QueryPart? {
        try terms.stop?.check()
        return switch node.kind {
        case .everything: QueryPart(query: .matchAll, predicate: .everything, isExact: true)
        case .word(let text): run(TypedSyllable.all(in: text), scope: scope, allowsYear: scope == .anywhere)
        case .phrase(let text): run(TypedSyllable.all(in: text), scope: scope, allowsYear: false)
        case .prefix(let text): try prefix(text, scope: scope)
        case .within(_, let inner): try part(inner, scope: .title)
        case .all(let children): QueryPart.all(try children.compactMap { try part($0, scope: scope) })
        case .any(let children): QueryPart.any(try children.compactMap { try part($0, scope: scope) })
        case .near(let children, let distance): try near(children, distance: distance, scope: scope)
        case .not(let inner): try part(inner, scope: scope)?.negated
        case .value(let field, let value, let isPrefix): try self.value(field, value, isPrefix: isPrefix, node)
        case .dates(let range):
            QueryPart(query: .scaled(.or(try terms.dates(range)), 0), predicate: .dates(range), isExact: true)
        }
    }

    /// Compiles a word that may also occur in other spellings, each a run of syllables.
    ///
    /// - Throws: `QueryError`, `XapianError`.
    func part(_ node: QueryNode, orSpelled others: [[TypedSyllable]]) throws -> QueryPart? {
        guard var word = try part(node), !others.isEmpty else { return try part(node) }
        let spellings = others.compactMap { run($0, scope: .anywhere, allowsYear: false) }
        word.query = .or([word.query, .scaled(.or(spellings.map(\.query)), ranking.otherSpelling)])
        word.predicate = .any([word.predicate] + spellings.map(\.predicate))
        word.isExact = word.isExact && spellings.allSatisfy(\.isExact)
        return word
    }

    /// Compiles adjacent syllables: each of them and each bigram has to occur.
    private func run(
        _ syllables: [TypedSyllable], scope: ArticlePredicate.Scope, allowsYear: Bool
    ) -> QueryPart? {
        guard let first = syllables.first else { return nil }
        let prefixes = scope == .title ? TermPrefix.titleNgrams : TermPrefix.textNgrams
        let orYear = allowsYear && syllables.count == 1 && first.year != nil
        let predicate = ArticlePredicate.run(syllables, scope, orYear: orYear)
        let bonus = scope == .anywhere ? titleBonus(syllables) : []
        guard syllables.count > 1 else {
            var query = reading(of: first, prefixes)
            if orYear, let year = first.year { query = .or([query, .term(TermPrefix.year.term(padded(year, to: 4)))]) }
            return QueryPart(query: query, predicate: predicate, isExact: true, bonus: bonus)
        }
        let bigrams = zip(syllables, syllables.dropFirst()).map { pair in
            Query.scaled(.term(prefixes.bigram + TypedSyllable.bigram(pair.0, pair.1)), ranking.bigram)
        }
        // A folded bigram expresses exactly two syllables without marks; anything longer or marked is checked in the
        // text.
        let isExact = syllables.count == 2 && !syllables.contains(where: \.isMarked)
        let readings = syllables.map { reading(of: $0, prefixes) }
        return QueryPart(query: .and(bigrams + readings), predicate: predicate, isExact: isExact, bonus: bonus)
    }

    /// Compiles words near each other: all of them have to occur, and the text determines how near they are.
    private func near(
        _ nodes: [QueryNode], distance: Int, scope: ArticlePredicate.Scope
    ) throws -> QueryPart? {
        guard let words = NearWords(nodes, distance: distance),
            var all = QueryPart.all(try nodes.compactMap { try part($0, scope: scope) })
        else { return nil }
        all.predicate = .near(words, scope)
        all.isExact = false
        return all
    }

    /// Returns the postings of a syllable: its own if it was typed with marks, otherwise all readings as one.
    private func reading(of syllable: TypedSyllable, _ prefixes: NgramPrefixes) -> Query {
        let exact = Query.term(prefixes.exact + syllable.exact)
        guard syllable.hasReadings else { return exact }
        return .synonym([exact, .term(prefixes.folded + syllable.folded)])
    }

    private func titleBonus(_ syllables: [TypedSyllable]) -> [Query] {
        syllables.map { Query.scaled(reading(of: $0, TermPrefix.titleNgrams), ranking.titleSyllable) }
    }

    private func prefix(_ text: String, scope: ArticlePredicate.Scope) throws -> QueryPart? {
        guard let typed = TypedPrefix(text) else { return nil }
        let prefixes = scope == .title ? TermPrefix.titleNgrams : TermPrefix.textNgrams
        let words = try terms.beginning(like: typed, prefixes)
        let leading = typed.leading.map { reading(of: $0, prefixes) }
        return QueryPart(
            query: leading.isEmpty ? words.query : .and(leading + [words.query]),
            predicate: .prefix(typed, scope), isExact: leading.isEmpty, isWhole: words.isWhole)
    }

    private func value(_ name: String, _ value: String, isPrefix: Bool, _ node: QueryNode) throws -> QueryPart? {
        switch Field.named(name)?.role {
        case .namedValue(let prefix): return try namedValue(prefix, value, isPrefix: isPrefix, node)
        case .wholeValue(let prefix):
            var spelled = ValueSpelling.spelled(value, as: prefix, isPrefix: isPrefix)
            if prefix == .path { spelled = try terms.path(like: spelled, isPrefix: isPrefix) }
            return wholeValue(prefix, Array(spelled.utf8), isPrefix: isPrefix)
        case .titleText, .dates, nil: return nil
        }
    }

    private func wholeValue(_ prefix: TermPrefix, _ value: [UInt8], isPrefix: Bool) -> QueryPart {
        // What begins with a folder and a slash is the folder's: its own term finds that, however long the path is.
        if isPrefix, prefix == .path, value.count > 1, value.last == UInt8(ascii: "/") {
            return wholeValue(prefix, value.dropLast(), isPrefix: false)
        }
        let predicate = ArticlePredicate.value(prefix, value, isPrefix: isPrefix)
        guard isPrefix else {
            return QueryPart(query: .scaled(.term(prefix.term(value)), 0), predicate: predicate, isExact: true)
        }
        let beginnings = prefix.beginnings(of: value)
        var query = Query.any(beginnings: beginnings.terms)
        if !beginnings.isExact, prefix == .path, let slash = value.lastIndex(of: UInt8(ascii: "/")), slash > 0 {
            // Fewer articles have to be checked where the folder is known.
            query = .and([.term(prefix.term(value[..<slash])), query])
        }
        return QueryPart(query: .scaled(query, 0), predicate: predicate, isExact: beginnings.isExact)
    }

    private func namedValue(
        _ prefix: TermPrefix, _ value: String, isPrefix: Bool, _ node: QueryNode
    ) throws -> QueryPart? {
        let name = NamedValue(value)
        guard !name.isEmpty else {
            throw QueryError(
                column: node.range.lowerBound, length: node.range.count, message: "the value holds no letter or digit",
                expected: "a name")
        }
        if isPrefix, let typed = TypedPrefix(value) {
            return QueryPart(
                query: .scaled(.any(beginnings: prefix.beginnings(of: name.run).terms), 0),
                predicate: .namedPrefix(prefix, typed), isExact: false)
        }
        let syllables = TypedSyllable.all(in: value)
        let isExact = syllables.count <= NamedValue.longestRun && !syllables.contains(where: \.isMarked)
        return QueryPart(
            query: .scaled(.term(prefix.term(name.run)), 0), predicate: .named(prefix, syllables), isExact: isExact)
    }
}

extension Query {
    /// The articles that have a term with any of some beginnings, without weight.
    fileprivate static func any(beginnings: [[UInt8]]) -> Query {
        beginnings.count == 1 ? .anyTerm(beginning: beginnings[0]) : .or(beginnings.map { .anyTerm(beginning: $0) })
    }
}
