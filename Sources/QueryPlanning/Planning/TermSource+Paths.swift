import IndexStorage
import Xapian

extension TermSource {
    /// Returns a path, or the beginning of one, as the index has it: as typed, or where it has no such path, the first of
    /// its other spellings that it has; see `PathSpellings`.
    func path(like typed: String, isPrefix: Bool) throws(XapianError) -> String {
        let others = PathSpellings.others(of: typed)
        guard !others.isEmpty else { return typed }
        for spelling in [typed] + others {
            if try hasPath(spelling, isPrefix: isPrefix) { return spelling }
        }
        return typed
    }

    /// Whether the index has a path, or one that begins so.
    private func hasPath(_ path: String, isPrefix: Bool) throws(XapianError) -> Bool {
        guard isPrefix else { return try database.contains(TermPrefix.path.term(path)) }
        let value = Array(path.utf8)
        let beginnings = TermPrefix.path.beginnings(of: value)
        // What a term has of a longer value does not decide; the folder's term does, as far as it goes.
        if !beginnings.isExact, let slash = value.lastIndex(of: UInt8(ascii: "/")), slash > 0 {
            guard try database.contains(TermPrefix.path.term(value[..<slash])) else { return false }
        }
        for term in beginnings.terms {
            if try !database.terms(withPrefix: term, limit: 1, stopping: stop).isEmpty { return true }
        }
        return false
    }
}
