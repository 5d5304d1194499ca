import QueryLanguage
import Vietnamese
import Xapian

/// Plans a query whose last word is being typed.
extension QueryPlanner {
    /// Looks for an unfinished word in the texts of the best articles if it begins too many terms for their postings.
    ///
    /// Almost every article has a word that begins with a given letter or two. The other words therefore find the
    /// wanted articles, and the bigrams that the last of them most often forms with such a word order these.
    mutating func loosenUnfinishedWord(of parts: [QueryNode]) throws(XapianError) {
        guard compiler.terms.lexicon != nil, !plan.readsEveryTerm, case .prefix(let text) = parts.last?.kind,
            let typed = TypedPrefix(text), let word = plan.words.last,
            plan.words.count > 1 || !plan.bindingText.isEmpty
        else { return }
        plan.words[plan.words.count - 1] = QueryPlan.Word(
            predicate: word.predicate, query: .scaled(.matchAll, 0), isExact: false, text: word.text)
        var before = typed.leading.last
        if before == nil, case .word(let text) = parts.dropLast().last?.kind {
            before = TypedSyllable.all(in: text).last
        }
        guard let before else { return }
        let bigrams = try compiler.terms.bigrams(before, beginning: typed)
        if !bigrams.isEmpty { plan.bonus.append(.or(bigrams.map { .scaled(.term($0), 1) })) }
    }
}
