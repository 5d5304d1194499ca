import SearchProtocol

/// Prints the counts of articles by facets, below the hits.
struct FacetOutput {
    let style: Style

    /// The lines: for each facet its name, then its values and counts in two columns.
    func lines(of result: SearchResult) -> [String] {
        (result.facets?.entries ?? []).flatMap { name, counts -> [String] in
            let rest = result.facetRest?[name]
            let heading = "by \(name)" + (rest?.relation == .atLeast ? ", of at least \(result.total.value)" : "")
            let rows = counts.map { ($0.value.singleLine, $0.count) } + FacetOutput.rows(of: rest)
            // Nothing was found: there is nothing to count.
            guard !rows.isEmpty else { return [] }
            return (result.hits.isEmpty ? [] : [""]) + [style.title(heading)]
                + FacetOutput.aligned(rows).map { "    " + $0 }
        }
    }

    /// The counts of what is not listed, as rows of their own.
    private static func rows(of rest: FacetRest?) -> [(String, Int)] {
        guard let rest else { return [] }
        var rows: [(String, Int)] = []
        if rest.values > 0 { rows.append(("(\(rest.values) more)", rest.articles)) }
        if rest.without > 0 { rows.append(("(unknown)", rest.without)) }
        return rows
    }

    private static func aligned(_ rows: [(String, Int)]) -> [String] {
        let nameWidth = rows.map(\.0.count).max() ?? 0
        let countWidth = rows.map { String($0.1).count }.max() ?? 0
        return rows.map { name, count in
            let blanks = nameWidth - name.count + 2 + countWidth - String(count).count
            return name + String(repeating: " ", count: blanks) + "\(count)"
        }
    }
}
