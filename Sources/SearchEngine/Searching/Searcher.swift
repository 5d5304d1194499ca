import ArticleModel
import IndexStorage
import Postings
import QueryLanguage
import QueryPlanning
import Xapian

/// Answers one search from one database.
struct Searcher {
    /// The number of matches counted for the total while the query is being typed.
    private static let countedWhileTyping = 100
    static let parser = QueryParser(fields: Field.all.map(\.queryField), today: .first)

    let database: Database
    let request: SearchRequest
    let stop: MatchGuard?
    let tree: QueryNode
    let plan: QueryPlan
    private let proximity: Proximity?
    let hits: HitMaker
    private let memory: PostingMemory?

    /// Creates a searcher for a request.
    ///
    /// - Parameters:
    ///   - request: the search.
    ///   - database: the database.
    ///   - lexicon: distinguishes frequent syllables from rare ones while the last word is being typed; not needed
    ///     otherwise.
    ///   - memory: posting lists held in memory; nil to use the database alone.
    ///   - stop: a guard that ends the search early.
    /// - Throws: `QueryError`, `XapianError`.
    init(
        _ request: SearchRequest, database: Database, lexicon: Lexicon?, memory: PostingMemory? = nil, stop: MatchGuard?
    ) throws {
        tree = try Searcher.parser.on(request.today).parse(request.query, asYouType: request.isTyping)
        var planner = QueryPlanner(text: request.query, database: database, lexicon: lexicon, stop: stop)
        var plan = try planner.plan(tree, published: request.published)
        if let id = request.article { plan.filters.append(.term(TermPrefix.id.term(id))) }
        self.plan = plan
        proximity =
            request.order == .relevance && !plan.isOnePhrase
            ? try Proximity(plan.sequence, database: database, weights: Ranking.standard.proximity, stop: stop) : nil
        hits = HitMaker(
            plan: plan, wantsSnippets: request.wantsSnippets, wantsExplanation: request.wantsExplanation, stop: stop)
        self.database = database
        self.request = request
        self.memory = memory
        self.stop = stop
    }

    /// Returns the page of hits and the total.
    ///
    /// - Throws: `XapianError`; `.databaseModified` means that the whole search must be repeated on a reopened
    ///   database.
    func run() throws -> SearchResult {
        var result = try ranked()
        if request.wantsExplanation { try explain(&result) }
        return result
    }

    private func ranked() throws -> SearchResult {
        let revision = try database.indexRevision
        let wanted = request.positions
        if request.matching == .any, plan.allowsMissing {
            return try page(of: .someWords, wanted).result(revision: revision)
        }
        var page = try page(of: .everyWord, wanted)
        let isUnfilled = page.hits.count < wanted.count || page.total.value == 0
        if request.matching == .auto, plan.allowsMissing, isUnfilled {
            // The page was not filled, so the total of the first stage is exact.
            let before = page.total.value
            let rest = try self.page(
                of: .lackingSome, max(0, wanted.lowerBound - before)..<max(0, wanted.upperBound - before))
            page.append(rest)
        } else if request.matching == .auto, plan.allowsMissing {
            // Articles that lack some words come after these, and were not searched for.
            page.isWhole = false
        }
        return page.result(revision: revision)
    }

    // MARK: Stages

    /// The articles that a stage searches for.
    private enum Stage {
        case everyWord
        case someWords
        /// Articles with some words but not every one: the second stage of `auto` matching.
        case lackingSome
    }

    private func page(of stage: Stage, _ wanted: Range<Int>) throws -> StagePage {
        switch stage {
        case .everyWord where plan.everyWordIsExact:
            try exactPage(of: plan.everyWord, .every, wanted)
        case .someWords where plan.bindingIsExact && wordsAreExact:
            try exactPage(of: plan.someWords, .some, wanted)
        case .lackingSome where plan.bindingIsExact && wordsAreExact:
            try exactPage(of: .andNot(plan.someWords, .and(plan.words.map(\.query))), .someButNotEvery, wanted)
        case .everyWord, .someWords, .lackingSome:
            try checkedPage(
                of: stage == .everyWord ? plan.everyWord : plan.someWords, stage == .everyWord ? .every : .some, wanted
            ) { text in
                guard try plan.accepts(text, stop: stop) else { return nil }
                let missing = try plan.missing(from: text, stop: stop)
                switch stage {
                case .everyWord: return missing.isEmpty ? [] : nil
                case .someWords: return missing.count == plan.words.count && plan.bindingText.isEmpty ? nil : missing
                case .lackingSome:
                    let hasSome = missing.count < plan.words.count || !plan.bindingText.isEmpty
                    return !missing.isEmpty && hasSome ? missing : nil
                }
            }
        }
    }

    private var wordsAreExact: Bool { plan.words.allSatisfy(\.isExact) }

    private var counted: Int {
        request.isTyping ? min(Searcher.countedWhileTyping, request.countTo) : request.countTo
    }

    /// Returns a page of matches whose postings need no check.
    private func exactPage(
        of query: Query, _ words: MatchPlan.Words, _ wanted: Range<Int>
    ) throws -> StagePage {
        var page = RankedPage(wanted, isReread: proximity != nil)
        var tally = FacetTally(request.facets)
        // Since that many are weighed anyway, the order is determined as far as it can be kept.
        let isKept = !wanted.isEmpty && !request.isTyping && counted >= KeptRanking.longest
        let limit = isKept ? max(page.end, KeptRanking.longest) : page.end
        var found = try tally.slots.isEmpty ? inMemory(words, limit, countsAll: counted > limit) : nil
        if found == nil {
            let matches = try enquire(
                query, limit: limit, checkAtLeast: tally.slots.isEmpty ? max(limit, counted) : .max,
                counting: tally.slots)
            try tally.add(matches, stop: stop)
            found = PostingMatcher.Found(matches)
        }
        let matches = found?.matches ?? []
        let reader = reader
        func read(_ document: DocumentID, isRanked: Bool) throws -> LoadedMatch? {
            try reader.read(document, isRanked: isRanked, isHit: true) {
                words == .every ? [] : try plan.missing(from: $0, stop: stop)
            }
        }
        for match in matches {
            page.add(match, read: page.scoresNext ? try read(match.document, isRanked: true) : nil)
        }
        let hits = try hits(of: page, reader) {
            words == .every ? try reader.readShown($0) : try read($0, isRanked: false)
        }
        var total = found?.total ?? Total(value: 0, isExact: true)
        total.isExact = total.isExact && plan.readsEveryTerm
        let order = page.order
        return StagePage(
            hits: hits, total: total, facets: tally.counts(total: total.value), order: order,
            isWhole: matches.count < limit && order.count == matches.count)
    }

    /// Returns the highest-weighted matches from postings in memory, or nil if they cannot be determined there.
    private func inMemory(
        _ words: MatchPlan.Words, _ limit: Int, countsAll: Bool
    ) throws -> PostingMatcher.Found? {
        guard request.order == .relevance, !request.wantsExplanation, let memory,
            let plan = MatchPlan(plan, words: words),
            let postings = try memory.postings(of: plan.terms, in: database, stop: stop)
        else { return nil }
        return try PostingMatcher(plan, postings, stop: stop).heaviest(limit, countsAll: countsAll)
    }

    /// Returns a page of candidates that are checked against their text one by one.
    ///
    /// - Parameters:
    ///   - query: the query that finds every article in question and maybe more.
    ///   - words: the same for postings in memory.
    ///   - wanted: the positions among the accepted articles.
    ///   - check: returns the words that an accepted article lacks, nil for one that is not accepted.
    /// - Returns: the page, and the number of accepted articles.
    /// - Throws: `XapianError`.
    private func checkedPage(
        of query: Query, _ words: MatchPlan.Words, _ wanted: Range<Int>, check: (ArticleText) throws -> [String]?
    ) throws -> StagePage {
        var page = RankedPage(wanted, isReread: proximity != nil)
        let reader = reader
        var tally = FacetTally(request.facets)
        var examined: Set<DocumentID> = []
        var limit = request.isTyping ? page.end : 64
        let checked =
            request.isTyping ? 0 : min(request.checkedForTotal, request.facets.isEmpty ? request.countTo : .max)
        var isComplete = false
        candidates: while !isComplete, page.count < page.end || examined.count < checked {
            // Weights are summed in a different order in searches of different length, so matches of equal weight can
            // change places. Each search therefore starts at the first match, and known matches are skipped.
            let matches =
                try inMemory(words, limit, countsAll: false)?.matches
                ?? enquire(query, limit: limit, checkAtLeast: 0).items
            for match in matches where examined.insert(match.document).inserted {
                if page.count >= page.end, examined.count > checked { break candidates }
                let read = try reader.read(
                    match.document, isRanked: page.scoresNext, isHit: page.mayShowNext, missing: check)
                guard let read else { continue }
                page.add(match, read: read)
                tally.add(read.text.article)
            }
            isComplete = matches.count < limit
            limit += min(limit, 4_096)
        }
        let found = try hits(of: page, reader) {
            try reader.read($0, isRanked: false, isHit: true) { try check($0) ?? [] }
        }
        let total = Total(value: page.count, isExact: isComplete && plan.readsEveryTerm)
        let order = page.order
        return StagePage(
            hits: found, total: total, facets: tally.counts(total: total.value), order: order,
            isWhole: isComplete && order.count == page.count)
    }

    /// Returns the hits of a page; matches not read before are read one after another.
    private func hits(
        of page: RankedPage, _ reader: MatchReader, reading: (DocumentID) throws -> LoadedMatch?
    ) throws -> [Hit] {
        try page.ranked.compactMap { entry in
            guard let read = try entry.read ?? reading(entry.document) else { return nil }
            return try hits.hit(entry, reader.shown(read, entry.document), missing: read.missing)
        }
    }

    // MARK: The database

    private var reader: MatchReader {
        MatchReader(
            database, plan: plan, proximity: proximity, wantsSnippets: request.wantsSnippets, stop: stop)
    }

    private func enquire(
        _ query: Query, limit: Int, checkAtLeast: Int, counting slots: [UInt32] = []
    ) throws -> MatchSet {
        var enquire = Enquire(query)
        enquire.weighting = BM25.weighting
        enquire.limit = limit
        enquire.checkAtLeast = checkAtLeast
        enquire.countedSlots = slots
        enquire.countedLengths = FacetTally.countedLengths
        let published = ValueSlot.published.rawValue
        switch request.order {
        case .relevance: enquire.order = .relevance
        case .newest: enquire.order = .value(slot: published, ascending: false)
        case .oldest: enquire.order = .value(slot: published, ascending: true)
        }
        return try enquire.matches(in: database, stopping: stop)
    }
}
