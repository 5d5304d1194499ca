import CivilTime
import QueryLanguage
import Vietnamese
import Xapian

/// Turns a query's tree into a plan for one database.
struct QueryPlanner {
    /// A part of the query in both its forms.
    private struct Part {
        var query: Query
        var predicate: ArticlePredicate
        /// Whether `query` finds exactly the articles that `predicate` holds for; otherwise it finds more.
        var isExact: Bool
    }

    private let text: String
    private let ranking: Ranking
    private let terms: TermSource
    private var plan = QueryPlan()

    /// A planner for a query over a database's terms.
    init(text: String, database: Database, ranking: Ranking = .standard) {
        self.text = text
        self.ranking = ranking
        terms = TermSource(database: database)
    }

    /// The plan of a parsed query.
    ///
    /// - Throws: `QueryError` where nothing is left to look for, `XapianError`.
    mutating func plan(_ root: QueryNode, published: DayRange) throws -> QueryPlan {
        let parts: [QueryNode]
        if case .all(let children) = root.kind { parts = children } else { parts = [root] }
        for node in parts { try place(node) }
        if published.first != nil || published.last != nil {
            try place(QueryNode(.dates(published), range: 0..<0))
        }
        addBigramsBetweenWords(of: parts)
        let asksForNothing = plan.words.isEmpty && plan.binding.isEmpty && plan.bindingText.isEmpty
        guard !asksForNothing || isFilterOnly(parts) else {
            throw QueryError(
                column: 0, length: text.utf8.count, message: "there is nothing to look for",
                expected: "a word with at least one letter or digit")
        }
        return plan
    }

    private func isFilterOnly(_ parts: [QueryNode]) -> Bool {
        !plan.filters.isEmpty || !plan.exclusions.isEmpty || parts.contains { $0.kind == .everything }
    }

    /// Puts a part of the top level where it belongs.
    private mutating func place(_ node: QueryNode) throws {
        switch node.kind {
        case .everything: return
        case .word, .prefix, .any:
            guard let part = try compile(node, scope: .anywhere) else { return }
            addHighlights(of: node)
            plan.words.append(
                QueryPlan.Word(
                    predicate: part.predicate, query: part.query, isExact: part.isExact, text: source(of: node)))
        case .not(let inner):
            guard let part = try excluded(inner, scope: .anywhere) else { return }
            if part.isExact { plan.exclusions.append(part.query) } else { bind(.not(part.predicate), isExact: false) }
        case .phrase, .within, .all:
            guard let part = try compile(node, scope: .anywhere) else { return }
            addHighlights(of: node)
            plan.bindingText.append(part.query)
            bind(part.predicate, isExact: part.isExact)
        case .value, .dates:
            guard let part = try compile(node, scope: .anywhere) else { return }
            plan.filters.append(part.query)
            bind(part.predicate, isExact: part.isExact)
        }
    }

    /// A part that the postings decide needs no check.
    private mutating func bind(_ predicate: ArticlePredicate, isExact: Bool) {
        guard !isExact else { return }
        plan.binding.append(predicate)
        plan.bindingIsExact = false
    }

    private func source(of node: QueryNode) -> String {
        let bytes = Array(text.utf8)
        let range = node.range.clamped(to: 0..<bytes.count)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    // MARK: Parts

    /// Both forms of a node, or nil where it holds nothing that can be looked for (a lone `%`).
    private mutating func compile(_ node: QueryNode, scope: ArticlePredicate.Scope) throws -> Part? {
        switch node.kind {
        case .everything: return Part(query: .matchAll, predicate: .everything, isExact: true)
        case .word(let text): return run(TypedSyllable.all(in: text), scope: scope, allowsYear: scope == .anywhere)
        case .phrase(let text): return run(TypedSyllable.all(in: text), scope: scope, allowsYear: false)
        case .prefix(let text): return try prefix(text, scope: scope)
        case .within(_, let inner): return try compile(inner, scope: .title)
        case .all(let children): return join(try children.compactMap { try compile($0, scope: scope) })
        case .any(let children): return unite(try children.compactMap { try compile($0, scope: scope) })
        case .not(let inner):
            guard let part = try excluded(inner, scope: scope) else { return nil }
            let query = part.isExact ? Query.andNot(.matchAll, part.query) : .matchAll
            return Part(query: query, predicate: .not(part.predicate), isExact: part.isExact)
        case .value(let field, let value, let isPrefix): return try self.value(field, value, isPrefix: isPrefix, node)
        case .dates(let range):
            let covering = try terms.dates(range)
            let query = covering.isEmpty ? Query.matchNothing : .or(covering.map { .term($0) })
            return Part(query: .scaled(query, 0), predicate: .dates(range), isExact: true)
        }
    }

    /// A part that hits must not have, so that it adds to no score.
    private mutating func excluded(_ node: QueryNode, scope: ArticlePredicate.Scope) throws -> Part? {
        let bonus = plan.bonus
        defer { plan.bonus = bonus }
        return try compile(node, scope: scope)
    }

    private func join(_ parts: [Part]) -> Part? {
        guard parts.count > 1 else { return parts.first }
        return Part(
            query: .and(parts.map(\.query)), predicate: .all(parts.map(\.predicate)),
            isExact: parts.allSatisfy(\.isExact))
    }

    private func unite(_ parts: [Part]) -> Part? {
        guard parts.count > 1 else { return parts.first }
        return Part(
            query: .or(parts.map(\.query)), predicate: .any(parts.map(\.predicate)),
            isExact: parts.allSatisfy(\.isExact))
    }

    /// Syllables side by side: each of them and each bigram has to be there.
    private mutating func run(
        _ syllables: [TypedSyllable], scope: ArticlePredicate.Scope, allowsYear: Bool
    ) -> Part? {
        guard let first = syllables.first else { return nil }
        let prefixes = scope == .title ? TermPrefix.titleNgrams : TermPrefix.textNgrams
        let orYear = allowsYear && syllables.count == 1 && first.year != nil
        let predicate = ArticlePredicate.run(syllables, scope, orYear: orYear)
        if scope == .anywhere { addTitleBonus(syllables) }
        guard syllables.count > 1 else {
            var query = reading(of: first, prefixes)
            if orYear, let year = first.year { query = .or([query, .term(TermPrefix.year.term(padded(year, to: 4)))]) }
            return Part(query: query, predicate: predicate, isExact: true)
        }
        let bigrams = zip(syllables, syllables.dropFirst()).map { pair in
            Query.scaled(.term(prefixes.bigram + TypedSyllable.bigram(pair.0, pair.1)), ranking.bigram)
        }
        // Two syllables without marks are what a folded bigram says; anything longer or marked is checked in the text.
        let isExact = syllables.count == 2 && !syllables.contains(where: \.isMarked)
        let readings = syllables.map { reading(of: $0, prefixes) }
        return Part(query: .and(bigrams + readings), predicate: predicate, isExact: isExact)
    }

    /// The postings of a syllable: itself where it was typed with marks, every reading where it was not.
    private func reading(of syllable: TypedSyllable, _ prefixes: NgramPrefixes) -> Query {
        let exact = Query.term(prefixes.exact + syllable.exact)
        if syllable.isMarked { return exact }
        return .or([exact, .scaled(.term(prefixes.folded + syllable.folded), ranking.otherReading)])
    }

    private mutating func prefix(_ text: String, scope: ArticlePredicate.Scope) throws -> Part? {
        guard let typed = TypedPrefix(text) else { return nil }
        let prefixes = scope == .title ? TermPrefix.titleNgrams : TermPrefix.textNgrams
        let words = query(for: try terms.beginning(like: typed, prefixes))
        let predicate = ArticlePredicate.prefix(typed, scope)
        guard !typed.leading.isEmpty else { return Part(query: words, predicate: predicate, isExact: true) }
        let leading = typed.leading.map { reading(of: $0, prefixes) }
        return Part(query: .and(leading + [words]), predicate: predicate, isExact: false)
    }

    private mutating func query(for expansion: TermSource.Expansion) -> Query {
        if !expansion.isWhole { plan.readsEveryTerm = false }
        return expansion.query
    }

    private mutating func value(_ name: String, _ value: String, isPrefix: Bool, _ node: QueryNode) throws -> Part? {
        let role = Field.named(name)?.role
        switch role {
        case .namedValue(let prefix): return try namedValue(prefix, value, isPrefix: isPrefix, node)
        case .wholeValue(let prefix):
            let term = prefix.term(ValueSpelling.spelled(value, as: prefix, isPrefix: isPrefix))
            guard isPrefix else {
                return Part(query: .scaled(.term(term), 0), predicate: .value(term, isPrefix: false), isExact: true)
            }
            let query = query(for: try terms.beginning(with: term))
            return Part(query: .scaled(query, 0), predicate: .value(term, isPrefix: true), isExact: true)
        case .titleText, .dates, nil: return nil
        }
    }

    private mutating func namedValue(
        _ prefix: TermPrefix, _ value: String, isPrefix: Bool, _ node: QueryNode
    ) throws -> Part? {
        let name = NamedValue(value)
        guard !name.isEmpty else {
            throw QueryError(
                column: node.range.lowerBound, length: node.range.count, message: "the value holds no letter or digit",
                expected: "a name")
        }
        let syllables = TypedSyllable.all(in: value)
        if isPrefix, let typed = TypedPrefix(value) {
            let query = query(for: try terms.beginning(with: prefix.term(name.run)))
            return Part(query: .scaled(query, 0), predicate: .namedPrefix(prefix, typed), isExact: false)
        }
        let isExact = syllables.count <= NamedValue.longestRun && !syllables.contains(where: \.isMarked)
        return Part(
            query: .scaled(.term(prefix.term(name.run)), 0), predicate: .named(prefix, syllables), isExact: isExact)
    }

    // MARK: What only adds to the score or is shown

    private mutating func addTitleBonus(_ syllables: [TypedSyllable]) {
        for syllable in syllables {
            plan.bonus.append(.scaled(reading(of: syllable, TermPrefix.titleNgrams), ranking.titleSyllable))
        }
        for pair in zip(syllables, syllables.dropFirst()) {
            let term = TermPrefix.titleFoldedBigram.bytes + TypedSyllable.bigram(pair.0, pair.1)
            plan.bonus.append(.scaled(.term(term), ranking.titleBigram))
        }
    }

    /// Words typed side by side mean more where they stand side by side.
    private mutating func addBigramsBetweenWords(of nodes: [QueryNode]) {
        for (left, right) in zip(nodes, nodes.dropFirst()) {
            guard case .word(let first) = left.kind, case .word(let second) = right.kind,
                let last = TypedSyllable.all(in: first).last, let next = TypedSyllable.all(in: second).first
            else { continue }
            let bigram = TypedSyllable.bigram(last, next)
            plan.bonus.append(.scaled(.term(TermPrefix.foldedBigram.bytes + bigram), ranking.bigram))
            plan.bonus.append(.scaled(.term(TermPrefix.titleFoldedBigram.bytes + bigram), ranking.titleBigram))
        }
    }

    private mutating func addHighlights(of node: QueryNode, scope: ArticlePredicate.Scope = .anywhere) {
        switch node.kind {
        case .word(let text), .phrase(let text): plan.highlights.add(run: TypedSyllable.all(in: text), scope: scope)
        case .prefix(let text): if let typed = TypedPrefix(text) { plan.highlights.add(prefix: typed, scope: scope) }
        case .all(let children), .any(let children): for child in children { addHighlights(of: child, scope: scope) }
        case .within(_, let inner): addHighlights(of: inner, scope: .title)
        case .everything, .not, .value, .dates: return
        }
    }
}
