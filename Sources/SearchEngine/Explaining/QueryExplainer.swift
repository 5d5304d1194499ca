import IndexStorage
import Postings
import QueryLanguage
import QueryPlanning
import Xapian

/// Reports which terms a query looks up, and what each of them adds to the weight of an article.
struct QueryExplainer {
    /// The maximum number of terms that are explained; the beginning of a word may match hundreds.
    static let termLimit = 60

    private let database: Database
    private let leaves: [WeighingTerm]
    private let tree: QueryNode
    private let stop: MatchGuard?

    /// Creates an explainer of a parsed query's plan; the guard ends its work early.
    init(_ plan: QueryPlan, tree: QueryNode, database: Database, stop: MatchGuard?) {
        self.stop = stop
        self.database = database
        self.tree = tree
        let query = plan.words.isEmpty && plan.bindingText.isEmpty ? plan.everyWord : plan.someWords
        leaves = WeighingTerm.all(in: query)
    }

    /// Returns how the query was understood.
    ///
    /// - Throws: `XapianError`.
    func query() throws(XapianError) -> QueryExplanation {
        var terms: [QueryTerm] = []
        for leaf in leaves.prefix(QueryExplainer.termLimit) {
            try stop?.check()
            var frequency = 0
            for term in leaf.terms { frequency += try database.frequency(of: term) }
            terms.append(
                QueryTerm(
                    kind: leaf.kind, text: leaf.text, isAnyReading: leaf.terms.count > 1,
                    documentFrequency: frequency, factor: leaf.factor))
        }
        return QueryExplanation(
            tree: tree.description, terms: terms, hasEveryTerm: leaves.count <= QueryExplainer.termLimit)
    }

    /// Returns what each term adds to the weight of the given articles, in their order.
    ///
    /// - Throws: `XapianError`.
    func weights(of articles: [ArticleSummary]) throws(XapianError) -> [[HitExplanation.TermWeight]] {
        var weights = articles.map { _ in [HitExplanation.TermWeight]() }
        guard !articles.isEmpty else { return weights }
        var positions: [DocumentID: Int] = [:]
        let terms = articles.map { TermPrefix.id.term($0.id) }
        for (position, term) in terms.enumerated() {
            if let document = try database.firstDocument(with: term) { positions[document] = position }
        }
        let these = Query.or(terms.map { .term($0) })
        for leaf in leaves.prefix(QueryExplainer.termLimit) {
            var enquire = Enquire(.filter(leaf.query, by: these), weighting: BM25.weighting)
            enquire.limit = articles.count
            for match in try enquire.matches(in: database, stopping: stop).items where match.weight > 0 {
                guard let position = positions[match.document] else { continue }
                weights[position].append(
                    HitExplanation.TermWeight(kind: leaf.kind, text: leaf.text, weight: match.weight))
            }
        }
        return weights.map { $0.sorted { $0.weight > $1.weight } }
    }
}
