package import CivilTime
import IndexStorage
package import QueryLanguage
import Vietnamese
package import Xapian

/// Turns a query's tree into a plan for one database.
package struct QueryPlanner {
    private let text: String
    private let ranking: Ranking
    private(set) var compiler: QueryPartCompiler
    package var plan = QueryPlan()

    /// Creates a planner for a query over a database's terms.
    ///
    /// - Parameters:
    ///   - text: the query as typed.
    ///   - database: the database in which its terms are looked up.
    ///   - lexicon: the lexicon with the frequencies of syllables; nil unless the last word is being typed.
    ///   - ranking: the weights of the terms.
    ///   - stop: ends the look-ups early.
    package init(
        text: String, database: Database, lexicon: Lexicon? = nil, ranking: Ranking = .standard,
        stop: MatchGuard? = nil
    ) {
        self.text = text
        self.ranking = ranking
        let terms = TermSource(database: database, stop: stop, lexicon: lexicon)
        compiler = QueryPartCompiler(terms: terms, ranking: ranking)
    }

    /// Returns the plan of a parsed query.
    ///
    /// - Throws: `QueryError` if nothing is left to search for, `XapianError`.
    package mutating func plan(_ root: QueryNode, published: DayRange) throws -> QueryPlan {
        let parts: [QueryNode]
        if case .all(let children) = root.kind { parts = children } else { parts = [root] }
        compiler.terms.beginnings = root.beginnings
        let spellings = try OtherSpellings(of: parts, stop: compiler.terms.stop)
        for (place, node) in parts.enumerated() { try self.place(node, orSpelled: spellings[place]) }
        if published.first != nil || published.last != nil {
            try place(QueryNode(.dates(published), range: 0..<0))
        }
        try loosenUnfinishedWord(of: parts)
        addBigramsBetweenWords(of: parts)
        try compiler.terms.stop?.check()
        addSequence(of: parts)
        try compiler.terms.stop?.check()
        addUnmarkedSpellings()
        let asksForNothing = plan.words.isEmpty && plan.binding.isEmpty && plan.bindingText.isEmpty
        guard !asksForNothing || isFilterOnly(parts) else {
            throw QueryError.empty(
                length: text.utf8.count, "there is nothing to look for",
                expected: "a word with at least one letter or digit")
        }
        return plan
    }

    private func isFilterOnly(_ parts: [QueryNode]) -> Bool {
        !plan.filters.isEmpty || !plan.exclusions.isEmpty || parts.contains { $0.kind == .everything }
    }

    /// Adds a part of the top level to the list to which it belongs.
    private mutating func place(_ node: QueryNode, orSpelled others: [[TypedSyllable]] = []) throws {
        if case .not(let inner) = node.kind { return try exclude(inner) }
        guard node.kind != .everything, let part = try compiler.part(node, orSpelled: others) else { return }
        if !part.isWhole { plan.readsEveryTerm = false }
        plan.bonus += part.bonus
        addHighlights(of: node)
        for run in others { plan.highlights.add(run: run, scope: .anywhere) }
        switch node.kind {
        case .everything, .not: return
        case .word, .prefix, .any:
            plan.words.append(
                QueryPlan.Word(
                    predicate: part.predicate, query: part.query, isExact: part.isExact, text: source(of: node)))
        case .phrase, .near, .within, .all:
            plan.bindingText.append(part.query)
            bind(part)
        case .value, .dates:
            plan.filters.append(part.query)
            bind(part)
        }
    }

    /// Excludes as much as the postings can; the rest is checked for each article.
    private mutating func exclude(_ node: QueryNode) throws {
        guard let part = try compiler.part(node) else { return }
        if part.isExact { plan.exclusions.append(part.query) }
        bind(part.negated)
    }

    /// Adds a binding part, which needs no check if its postings are exact.
    private mutating func bind(_ part: QueryPart) {
        guard !part.isExact else { return }
        plan.binding.append(part.predicate)
        plan.bindingIsExact = false
    }

    private func source(of node: QueryNode) -> String {
        let bytes = Array(text.utf8)
        let range = node.range.clamped(to: 0..<bytes.count)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    // MARK: What only adds to the score or is shown

    /// Adds bigrams of words typed side by side, which mean more where they occur side by side.
    private mutating func addBigramsBetweenWords(of nodes: [QueryNode]) {
        for (left, right) in zip(nodes, nodes.dropFirst()) {
            guard case .word(let first) = left.kind, case .word(let second) = right.kind,
                let last = TypedSyllable.all(in: first).last, let next = TypedSyllable.all(in: second).first
            else { continue }
            let bigram = TypedSyllable.bigram(last, next)
            plan.bonus.append(.scaled(.term(TermPrefix.foldedBigram.bytes + bigram), ranking.bigram))
        }
    }

    /// Adds consecutive words as one run; anything between them ends the run, and a phrase is a run of its own.
    private mutating func addSequence(of nodes: [QueryNode]) {
        var run: [TypedSyllable] = []
        for node in nodes {
            if case .word(let text) = node.kind {
                run += TypedSyllable.all(in: text)
                continue
            }
            plan.sequence.append(run)
            run = []
            switch node.kind {
            case .phrase(let text): plan.sequence.append(TypedSyllable.all(in: text))
            case .any(let children), .all(let children), .near(let children, _): addSequence(of: children)
            default: break
            }
        }
        plan.sequence.append(run)
        plan.sequence.removeAll(where: \.isEmpty)
        let text = nodes.filter(\.isText)
        if text.count == 1, case .phrase = text[0].kind { plan.isOnePhrase = true }
    }

    /// Adds the unmarked spelling of words typed without marks, which match every reading but prefer this one.
    private mutating func addUnmarkedSpellings() {
        let syllables = Array(plan.sequence.joined())
        let weight = syllables.count == 1 ? ranking.loneUnmarkedSpelling : ranking.unmarkedSpelling
        var seen: Set<TypedSyllable> = []
        for syllable in syllables where syllable.hasReadings && seen.insert(syllable).inserted {
            plan.bonus.append(.scaled(.term(TermPrefix.syllable.bytes + syllable.exact), weight))
        }
    }

    private mutating func addHighlights(of node: QueryNode, scope: ArticlePredicate.Scope = .anywhere) {
        switch node.kind {
        case .word(let text), .phrase(let text): plan.highlights.add(run: TypedSyllable.all(in: text), scope: scope)
        case .prefix(let text): if let typed = TypedPrefix(text) { plan.highlights.add(prefix: typed, scope: scope) }
        case .all(let children), .any(let children), .near(let children, _):
            for child in children { addHighlights(of: child, scope: scope) }
        case .within(_, let inner): addHighlights(of: inner, scope: .title)
        case .everything, .not, .value, .dates: return
        }
    }
}

extension QueryNode {
    /// Whether the node searches for words, rather than excluding articles or selecting them by a field.
    fileprivate var isText: Bool {
        switch kind {
        case .everything, .not, .value, .dates: false
        case .word, .prefix, .phrase, .all, .any, .near, .within: true
        }
    }

    /// The number of beginnings of words in the tree.
    fileprivate var beginnings: Int {
        switch kind {
        case .prefix: 1
        case .all(let parts), .any(let parts), .near(let parts, _): parts.reduce(0) { $0 + $1.beginnings }
        case .not(let part), .within(_, let part): part.beginnings
        case .everything, .word, .phrase, .value, .dates: 0
        }
    }
}
