extension Syllables {
    /// The index of the first occurrence of a run of adjacent typed syllables, or nil.
    package func firstRun(of needle: [TypedSyllable], from start: Int = 0) -> Int? {
        guard let first = needle.first, count >= needle.count, start <= count - needle.count else { return nil }
        for index in start...(count - needle.count) where first.matches(self, at: index) {
            if hasRun(needle, at: index) { return index }
        }
        return nil
    }

    /// Whether a run of typed syllables occurs at an index.
    package func hasRun(_ run: [TypedSyllable], at start: Int) -> Bool {
        run.count <= count - start && run.indices.allSatisfy { run[$0].matches(self, at: start + $0) }
    }

    /// The index of the first syllable that matches a typed prefix and follows the prefix's leading syllables, or nil.
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
