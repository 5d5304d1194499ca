extension QueryParser {
    /// Returns a query with each field's value right behind the colon, where a blank stands between: `date:2015` for
    /// `date: 2015`.
    ///
    /// Typed so, the name is a word, as in pasted text; but the field may be meant.
    ///
    /// - Returns: The new query; nil where no field's name stands so, or the new query cannot be parsed.
    package func attachingValues(in text: String) -> String? {
        let source = QuerySource(text)
        var kept = String.UnicodeScalarView()
        var end = 0
        var isAttached = false
        for word in source.words(0..<source.scalars.count) {
            if !isAttached { kept.append(contentsOf: source.scalars[end..<word.lowerBound]) }
            kept.append(contentsOf: source.scalars[word])
            end = word.upperBound
            let name = source.scalars[word].drop { $0 == "(" || $0 == "-" }
            isAttached = name.last == ":" && field(source.text(name.startIndex..<name.endIndex - 1)) != nil
        }
        if !isAttached { kept.append(contentsOf: source.scalars[end...]) }
        let attached = String(kept)
        guard attached.utf8.count < text.utf8.count else { return nil }
        do throws(QueryError) {
            _ = try parse(attached)
            return attached
        } catch {
            return nil
        }
    }
}
