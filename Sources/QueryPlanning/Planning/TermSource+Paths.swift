import IndexStorage
import Xapian

extension TermSource {
    /// Returns a path, or the beginning of one, as the index has it: as typed, or where it has no such path, the first of
    /// its other spellings that it has; see `PathSpellings`.
    func path(like typed: String, isPrefix: Bool) throws(XapianError) -> String {
        let others = PathSpellings.others(of: typed)
        guard !others.isEmpty else { return typed }
        for spelling in [typed] + others {
            let term = TermPrefix.path.term(spelling)
            let isKnown =
                isPrefix
                ? try !database.terms(withPrefix: term, limit: 1, stopping: stop).isEmpty : try database.contains(term)
            if isKnown { return spelling }
        }
        return typed
    }
}
