extension Syllables {
    /// Where a run of typed syllables first stands side by side, or nil.
    package func firstRun(of needle: [TypedSyllable], from start: Int = 0) -> Int? {
        guard let first = needle.first, count >= needle.count, start <= count - needle.count else { return nil }
        for index in start...(count - needle.count) where first.matches(self, at: index) {
            if hasRun(needle, at: index) { return index }
        }
        return nil
    }

    /// Whether a run of typed syllables stands at a place.
    package func hasRun(_ run: [TypedSyllable], at start: Int) -> Bool {
        run.count <= count - start && run.indices.allSatisfy { run[$0].matches(self, at: start + $0) }
    }

    /// Where a typed beginning first stands behind the syllables before it; the index of the unfinished one.
    package func firstMatch(of prefix: TypedPrefix, from start: Int = 0) -> Int? {
        let leading = prefix.leading
        guard start <= count else { return nil }
        for index in start..<count where index >= leading.count && prefix.matches(self, at: index) {
            if leading.indices.allSatisfy({ leading[$0].matches(self, at: index - leading.count + $0) }) {
                return index
            }
        }
        return nil
    }
}
