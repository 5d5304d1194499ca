import Postings
import QueryPlanning

extension MatchPlan {
    /// Creates a stage of a query's plan, or nil if that requires more than terms can express.
    init?(_ plan: QueryPlan, words: Words) {
        // If the plan has binding text, every word may be missing.
        self.init(
            hasSomeWord: words != .every && plan.bindingText.isEmpty, lacksSomeWord: words == .someButNotEvery)
        for query in plan.bindingText + plan.filters {
            guard let lists = MatchTerm.all(of: query) else { return nil }
            required += lists
        }
        for word in plan.words {
            if words == .every {
                guard let lists = MatchTerm.all(of: word.query) else { return nil }
                required += lists
            } else {
                guard let list = MatchTerm.any(of: word.query) else { return nil }
                optional.append(list)
            }
        }
        for query in plan.bonus {
            guard let terms = MatchTerm.any(of: query) else { return nil }
            bonus += terms
        }
        for query in plan.exclusions {
            guard let terms = MatchTerm.any(of: query) else { return nil }
            excluded += terms
        }
        let hasText = !plan.bindingText.isEmpty || !plan.words.isEmpty
        guard hasText, required.count + optional.count <= MatchPlan.mostWords else { return nil }
    }
}
